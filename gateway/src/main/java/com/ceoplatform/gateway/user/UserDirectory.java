package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.request.ExpectedVersion;
import com.ceoplatform.gateway.session.SessionService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the organisation; every change is told to all services. */
@Service
public class UserDirectory {

    private final Users users;
    private final OrganisationRules rules;
    private final SessionService sessions;
    private final UserNews news;
    private final Clock clock;

    UserDirectory(Users users, OrganisationRules rules, SessionService sessions, UserNews news, Clock clock) {
        this.users = users;
        this.rules = rules;
        this.sessions = sessions;
        this.news = news;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<UserResponse> find(UUID id) {
        return users.findById(id).map(UserResponse::from);
    }

    @Transactional(readOnly = true)
    public Optional<Credentials> credentials(String email) {
        return users.findByEmailKey(User.keyOf(email)).map(UserDirectory::credentials);
    }

    @Transactional(readOnly = true)
    public List<Credentials> credentialsOf(Role role) {
        return users.findByRoleAndActiveTrue(role).stream()
                .map(UserDirectory::credentials)
                .toList();
    }

    private static Credentials credentials(User user) {
        return new Credentials(UserResponse.from(user), user.passwordHash());
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return !users.existsAny();
    }

    @Transactional(readOnly = true)
    CursorPage<UserResponse> search(UserQuery query, int limit) {
        List<User> rows = users.findBy(
                query.specification(),
                found -> found.sortBy(UserQuery.ORDER).limit(limit + 1).all());
        return CursorPage.of(rows, limit, UserQuery::cursorOf).map(UserResponse::from);
    }

    /** Notes that the person is there; tells nobody. */
    @Transactional
    public void touch(UUID id) {
        users.touch(id, now());
    }

    /**
     * Adds a person.
     *
     * @throws DomainException 409 {@code email_taken}
     */
    @Transactional
    public UserResponse add(NewUser wanted) {
        rules.check(wanted);
        User user = users.saveAndFlush(User.create(Ids.next(), wanted, now()));
        UserResponse added = UserResponse.from(user);
        news.created(added);
        return added;
    }

    /** Takes over what an external issuer says about a person. It makes nobody less who may do everything. */
    @Transactional
    public UserResponse align(UUID id, ExternalProfile profile) {
        UserResponse known = UserResponse.from(require(id));
        ExternalProfile said = known.role() == Role.CEO ? profile.withoutRole() : profile;
        return change(id, UpdateUserRequest.of(said), ExpectedVersion.ANY);
    }

    /** Changes a person; {@code newPasswordHash} is null when the password stays. */
    @Transactional
    UserResponse change(UUID id, UpdateUserRequest request, @Nullable String newPasswordHash, ChangeScope scope) {
        UserResponse changed = change(id, request, scope.expected());
        return newPasswordHash == null
                ? changed
                : setPassword(id, newPasswordHash, scope.keptSession(), AuditType.PASSWORD_CHANGED);
    }

    /** Changes a person; who leaves is out at once, and tokens whose claims are no longer true are void. */
    private UserResponse change(UUID id, UpdateUserRequest request, ExpectedVersion expected) {
        rules.lockFor(request);
        User user = require(id);
        expected.check(user.version());
        rules.check(user, request);
        Changes changes = user.change(request, now());
        UserResponse changed = UserResponse.from(users.saveAndFlush(user));
        if (!changes.isEmpty()) {
            news.changed(changed, changes);
        }
        if (!changed.active()) {
            sessions.endAll(id);
        } else if (changes.touch("role", "department")) {
            sessions.voidTokens(id);
        }
        return changed;
    }

    /**
     * Gives a person a new password, which ends all logins but one; API tokens stay.
     *
     * @param keptSession the login that survives, null for none
     * @param how what the audit log calls it
     */
    @Transactional
    public UserResponse setPassword(UUID id, String newHash, @Nullable UUID keptSession, AuditType how) {
        User user = require(id);
        user.changePassword(newHash, now());
        UserResponse changed = UserResponse.from(users.saveAndFlush(user));
        sessions.endLogins(id, keptSession);
        news.passwordChanged(changed, how);
        return changed;
    }

    private User require(UUID id) {
        return users.findById(id).orElseThrow(() -> DomainException.notFound("user"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
