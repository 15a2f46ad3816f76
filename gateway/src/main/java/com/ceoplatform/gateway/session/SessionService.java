package com.ceoplatform.gateway.session;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.token.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, renews and ends logins, and tells everybody which access tokens are void. */
@Service
public class SessionService {

    private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final SessionSettings settings;
    private final Revocation revocation;
    private final AuditLog audit;
    private final Clock clock;

    SessionService(
            Sessions sessions,
            RefreshTokens refreshTokens,
            SessionSettings settings,
            Revocation revocation,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.revocation = revocation;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public SessionGrant open(UUID userId) {
        Session session = sessions.save(Session.login(userId, now(), settings.idleLife()));
        return grant(session);
    }

    /** Opens what an API token stands for; answers its id, which others may refer to at once. */
    @Transactional
    public UUID openForApiToken(UUID userId, Instant expiresAt) {
        return sessions.saveAndFlush(Session.ofApiToken(userId, now(), expiresAt))
                .id();
    }

    /**
     * Exchanges a refresh token for the next one; empty when it is unknown or its login is over. A token that comes a
     * second time was stolen, by the one who sends it or by the one who sent it first: the login ends for both.
     */
    @Transactional
    public Optional<SessionGrant> renew(String refreshToken) {
        Instant now = now();
        String hash = Secret.hash(refreshToken);
        Optional<Session> family = refreshTokens.sessionOf(hash).flatMap(sessions::lock);
        if (family.isEmpty() || !family.get().isLive(now)) {
            return Optional.empty();
        }
        Session session = family.get();
        RefreshToken token = refreshTokens.findByHash(hash).orElseThrow();
        if (token.isUsed()) {
            LOG.warn("A refresh token of user {} came twice; the login {} ends", session.userId(), session.id());
            end(session, now);
            audit.append(AuditType.REFRESH_TOKEN_REUSED, session.userId(), Map.of("sessionId", session.id()));
            return Optional.empty();
        }
        token.use(now);
        session.use(now, settings);
        return Optional.of(grant(session));
    }

    /** Ends the login that an access token belongs to. */
    @Transactional
    public void end(UUID tokenSessionId) {
        sessions.lockByTokenSessionId(tokenSessionId).ifPresent(this::signOut);
    }

    /** Ends the login that a refresh token belongs to; an unknown token ends nothing. */
    @Transactional
    public void endByRefreshToken(String refreshToken) {
        refreshTokens
                .sessionOf(Secret.hash(refreshToken))
                .flatMap(sessions::lock)
                .filter(session -> session.isLive(now()))
                .ifPresent(this::signOut);
    }

    private void signOut(Session session) {
        end(session, now());
        audit.append(AuditType.SIGNED_OUT, session.userId(), Map.of("sessionId", session.id()));
    }

    /**
     * Ends one login of a user from afar.
     *
     * @throws DomainException 404 {@code session_not_found}, also when it is somebody else's
     */
    @Transactional
    public void revoke(UUID userId, UUID id) {
        Session session = sessions.lock(id)
                .filter(found -> found.userId().equals(userId) && found.isLogin() && found.isLive(now()))
                .orElseThrow(() -> DomainException.notFound("session"));
        revoke(session);
    }

    /** Ends all logins of a user from afar, except the one whose tokens carry the given session id. */
    @Transactional
    public void revokeLogins(UUID userId, @Nullable UUID exceptTokenSessionId) {
        openLogins(userId, exceptTokenSessionId).forEach(this::revoke);
    }

    private void revoke(Session session) {
        end(session, now());
        audit.append(AuditType.SESSION_REVOKED, session.userId(), Map.of("sessionId", session.id()));
    }

    /** Ends all logins of a user, except the one whose tokens carry the given session id; API tokens stay. */
    @Transactional
    public void endLogins(UUID userId, @Nullable UUID exceptTokenSessionId) {
        openLogins(userId, exceptTokenSessionId).forEach(session -> end(session, now()));
    }

    /** Ends all logins and all API tokens of a user. */
    @Transactional
    public void endAll(UUID userId) {
        sessions.lockOpenOf(userId).forEach(session -> end(session, now()));
    }

    /** Ends what an API token stands for; false when that was over before. */
    @Transactional
    public boolean endApiToken(UUID id) {
        Optional<Session> open = sessions.lock(id).filter(session -> !session.isLogin() && session.isLive(now()));
        open.ifPresent(session -> end(session, now()));
        return open.isPresent();
    }

    private List<Session> openLogins(UUID userId, @Nullable UUID exceptTokenSessionId) {
        return sessions.lockOpenOf(userId).stream()
                .filter(session ->
                        session.isLogin() && !session.tokenSessionId().equals(exceptTokenSessionId))
                .toList();
    }

    /** The live logins of a user, last used first; the caller's own is marked. */
    @Transactional(readOnly = true)
    CursorPage<SessionResponse> list(UUID userId, String currentTokenSessionId, @Nullable Cursor after, int limit) {
        Instant now = now();
        Instant usedAt = after == null ? now.plus(settings.longestLife()) : after.instant(0);
        UUID id = after == null ? new UUID(-1, -1) : after.uuid(1);
        List<Session> rows = sessions.liveLogins(userId, now, usedAt, id, Limit.of(limit + 1));
        return CursorPage.of(rows, limit, session -> Cursor.of(session.usedAt(), session.id()))
                .map(session -> SessionResponse.from(session, currentTokenSessionId));
    }

    /** Voids the access tokens of a user, whose claims are no longer true; the logins go on with a refresh. */
    @Transactional
    public void voidTokens(UUID userId) {
        sessions.lockOpenOf(userId).forEach(session -> revocation.announce(session.partFromTokens(), userId, now()));
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT6H")
    @Transactional
    public void forgetExpired() {
        sessions.deleteExpired(now());
    }

    private void end(Session session, Instant now) {
        session.revoke(now);
        revocation.announce(session.tokenSessionId(), session.userId(), now);
    }

    private SessionGrant grant(Session session) {
        String text = Secret.random();
        refreshTokens.save(RefreshToken.of(text, session.id(), now()));
        return new SessionGrant(session.userId(), session.tokenSessionId(), text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
