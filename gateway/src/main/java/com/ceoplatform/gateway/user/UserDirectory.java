package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Role;
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
import tools.jackson.databind.json.JsonMapper;

/** The people of the organisation; every change is told to all services. */
@Service
public class UserDirectory {

    private final Users users;
    private final CreatedUserKeys keys;
    private final SessionService sessions;
    private final Outbox outbox;
    private final JsonMapper mapper;
    private final Clock clock;

    UserDirectory(
            Users users, CreatedUserKeys keys, SessionService sessions, Outbox outbox, JsonMapper mapper, Clock clock) {
        this.users = users;
        this.keys = keys;
        this.sessions = sessions;
        this.outbox = outbox;
        this.mapper = mapper;
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
     * Adds a person; the same key of the same caller adds one person only.
     *
     * @throws DomainException 409 {@code email_taken}
     */
    @Transactional
    UserResponse add(NewUser wanted, CreatedUserKeys.@Nullable Key key) {
        Optional<String> earlier = key == null ? Optional.empty() : keys.takeOrRepeat(key);
        if (earlier.isPresent()) {
            return mapper.readValue(earlier.get(), UserResponse.class);
        }
        UserResponse added = add(wanted);
        if (key != null) {
            keys.answer(key, mapper.writeValueAsString(added));
        }
        return added;
    }

    /**
     * Adds a person.
     *
     * @throws DomainException 409 {@code email_taken}
     */
    @Transactional
    public UserResponse add(NewUser wanted) {
        requireFree(wanted.email());
        requireManager(wanted.managerId());
        User user = users.saveAndFlush(User.create(Ids.next(), wanted, now()));
        UserResponse added = UserResponse.from(user);
        tell("user.created", new UserEvent(added, null));
        return added;
    }

    /** Changes a person; {@code newPasswordHash} is null when the password stays. */
    @Transactional
    UserResponse change(UUID id, UpdateUserRequest request, @Nullable String newPasswordHash, ChangeScope scope) {
        User user = require(id);
        scope.expected().check(user.version());
        requireSense(user, request);
        Instant now = now();
        Changes changes = user.change(request, now);
        if (newPasswordHash != null) {
            user.changePassword(newPasswordHash, now);
        }
        UserResponse changed = UserResponse.from(users.saveAndFlush(user));
        if (!changes.isEmpty()) {
            boolean leaves = changes.touch("active") && !changed.active();
            tell(leaves ? "user.deactivated" : "user.updated", new UserEvent(changed, changes.fields()));
        }
        adaptSessions(changed, changes, newPasswordHash != null, scope);
        return changed;
    }

    /** Who leaves is out at once; a new password ends the other logins; other claims come with the next refresh. */
    private void adaptSessions(UserResponse user, Changes changes, boolean newPassword, ChangeScope scope) {
        if (!user.active()) {
            sessions.endAll(user.id(), null);
        } else if (newPassword) {
            sessions.endAll(user.id(), scope.keptSession());
        }
        if (user.active() && changes.touch("role", "department")) {
            sessions.voidTokens(user.id());
        }
    }

    private void requireSense(User user, UpdateUserRequest request) {
        String email = request.email().value();
        if (email != null && !User.keyOf(email).equals(User.keyOf(user.email()))) {
            requireFree(email);
        }
        UUID manager = request.managerId().value();
        requireManager(manager);
        if (manager != null && users.isAtOrAbove(manager, user.id())) {
            throw DomainException.invalid("managerId", "must not be the person or somebody who reports to them");
        }
        Role role = request.role().value();
        boolean stepsDown = (role != null && role != Role.CEO)
                || Boolean.FALSE.equals(request.active().value());
        if (user.role() == Role.CEO && stepsDown && !users.existsByRoleAndActiveTrueAndIdNot(Role.CEO, user.id())) {
            throw DomainException.conflict("last_ceo", "Somebody must stay who may do everything.");
        }
    }

    private void requireFree(String email) {
        if (users.existsByEmailKey(User.keyOf(email))) {
            throw EmailTaken.refusal();
        }
    }

    private void requireManager(@Nullable UUID managerId) {
        if (managerId != null && !users.existsByIdAndActiveTrue(managerId)) {
            throw DomainException.invalid("managerId", "is nobody of this organisation");
        }
    }

    private User require(UUID id) {
        return users.findById(id).orElseThrow(() -> DomainException.notFound("user"));
    }

    private void tell(String type, UserEvent event) {
        outbox.append(OutgoingEvent.of(Topic.USERS, type, event.user().id(), event));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
