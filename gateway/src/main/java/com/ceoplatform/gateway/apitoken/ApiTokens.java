package com.ceoplatform.gateway.apitoken;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.ApiScopes;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.session.SessionService;
import com.ceoplatform.gateway.token.Secret;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserKind;
import com.ceoplatform.gateway.user.UserResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and revokes API tokens: people their own, the CEO those of service accounts. */
@Service
class ApiTokens {

    /** In front of each, so that leaked ones are found by scanners and told from access tokens. */
    static final String PREFIX = "cpt_";

    private final ApiTokenStore store;
    private final SessionService sessions;
    private final UserDirectory directory;
    private final TokenNews news;
    private final ApiTokenSettings settings;
    private final Clock clock;

    ApiTokens(
            ApiTokenStore store,
            SessionService sessions,
            UserDirectory directory,
            TokenNews news,
            ApiTokenSettings settings,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.directory = directory;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws DomainException 403, 404, 409 {@code too_many_tokens}, 422 */
    @Transactional
    public ApiTokenResponse create(Caller caller, UUID userId, CreateTokenRequest request) {
        UserResponse owner = requireRight(caller, userId);
        if (!owner.active()) {
            throw DomainException.conflict("user_deactivated", "A deactivated account gets no tokens.");
        }
        List<String> scopes = request.scopes().stream().sorted().toList();
        if (!ApiScopes.ALL.containsAll(scopes)) {
            throw DomainException.invalid("scopes", "must be among " + String.join(", ", ApiScopes.ALL));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = expiry(request, now);
        if (store.lockAndCount(userId) >= settings.mostPerUser()) {
            throw DomainException.conflict(
                    "too_many_tokens", "There are " + settings.mostPerUser() + " tokens; revoke one first.");
        }
        String text = PREFIX + Secret.random();
        UUID id = sessions.openForApiToken(userId, expiresAt);
        store.add(id, Secret.hash(text), request.name(), scopes);
        ApiTokenResponse made = new ApiTokenResponse(id, userId, request.name(), scopes, now, expiresAt, null, text);
        news.created(made, owner, caller);
        return made;
    }

    private Instant expiry(CreateTokenRequest request, Instant now) {
        Instant wanted = request.expiresAt();
        if (wanted == null) {
            return now.plus(settings.usualLife());
        }
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(settings.longestLife()))) {
            throw DomainException.invalid(
                    "expiresAt",
                    "must lie ahead, at most " + settings.longestLife().toDays() + " days");
        }
        return wanted.truncatedTo(ChronoUnit.MICROS);
    }

    CursorPage<ApiTokenResponse> list(Caller caller, UUID userId, @Nullable Cursor after, int limit) {
        requireRight(caller, userId);
        return store.page(userId, after, limit);
    }

    /** @throws DomainException 403, 404 */
    @Transactional
    public void revoke(Caller caller, UUID userId, UUID id) {
        requireRight(caller, userId);
        if (store.ownerOf(id).filter(userId::equals).isEmpty()) {
            throw DomainException.notFound("api_token");
        }
        if (sessions.endApiToken(id)) {
            news.revoked(userId, id);
        }
    }

    private UserResponse requireRight(Caller caller, UUID userId) {
        UserResponse owner = directory.find(userId).orElseThrow(() -> DomainException.notFound("user"));
        boolean own = caller.id().equals(userId);
        boolean service = owner.kind() == UserKind.SERVICE && caller.isCeo();
        if (!own && !service) {
            throw DomainException.forbidden("Tokens are their owner's; the CEO has those of service accounts.");
        }
        return owner;
    }
}
