package com.ceoplatform.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Clock clock;

    SessionService(
            Sessions sessions,
            RefreshTokens refreshTokens,
            SessionSettings settings,
            Revocation revocation,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.revocation = revocation;
        this.clock = clock;
    }

    @Transactional
    public SessionGrant open(UUID userId) {
        Session session = sessions.save(Session.start(userId, now(), settings.idleLife()));
        return grant(session);
    }

    /**
     * Exchanges a refresh token for the next one; empty when it is unknown or its login is over. A token that comes a
     * second time was stolen, by the one who sends it or by the one who sent it first: the login ends for both.
     */
    @Transactional
    public Optional<SessionGrant> renew(String refreshToken) {
        Instant now = now();
        String hash = RefreshToken.hash(refreshToken);
        Optional<Session> family = refreshTokens.sessionOf(hash).flatMap(sessions::lock);
        if (family.isEmpty() || !family.get().isLive(now)) {
            return Optional.empty();
        }
        Session session = family.get();
        RefreshToken token = refreshTokens.findByHash(hash).orElseThrow();
        if (token.isUsed()) {
            LOG.warn("A refresh token of user {} came twice; the login {} ends", session.userId(), session.id());
            end(session, now);
            return Optional.empty();
        }
        token.use(now);
        session.use(now, settings);
        return Optional.of(grant(session));
    }

    /** Ends the login that an access token belongs to. */
    @Transactional
    public void end(UUID tokenSessionId) {
        sessions.lockByTokenSessionId(tokenSessionId).ifPresent(session -> end(session, now()));
    }

    /** Ends the login that a refresh token belongs to; an unknown token ends nothing. */
    @Transactional
    public void endByRefreshToken(String refreshToken) {
        refreshTokens
                .sessionOf(RefreshToken.hash(refreshToken))
                .flatMap(sessions::lock)
                .filter(session -> session.isLive(now()))
                .ifPresent(session -> end(session, now()));
    }

    /** Ends all logins of a user, except the one whose tokens carry the given session id. */
    @Transactional
    public void endAll(UUID userId, @Nullable UUID exceptTokenSessionId) {
        sessions.lockOpenOf(userId).stream()
                .filter(session -> !session.tokenSessionId().equals(exceptTokenSessionId))
                .forEach(session -> end(session, now()));
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
        String text = RefreshToken.newText();
        refreshTokens.save(RefreshToken.of(text, session.id(), now()));
        return new SessionGrant(session.userId(), session.tokenSessionId(), text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
