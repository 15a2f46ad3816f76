package com.ceoplatform.gateway.session;

import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login: the family of refresh tokens that descend from it. Its access tokens carry {@link #tokenSessionId()}, which
 * is changed when what they say about the user is no longer true, so that the old ones can be revoked while the login
 * goes on.
 */
@Entity
@Table(name = "session")
@SuppressWarnings("UnusedVariable") // some fields are there for operators only
class Session {

    @Id
    private UUID id;

    private UUID tokenSessionId;
    private UUID userId;
    private Instant startedAt;
    private Instant usedAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Session() {}

    @SuppressWarnings("NullAway.Init") // all fields are set
    static Session start(UUID userId, Instant now, Duration idleLife) {
        Session session = new Session();
        session.id = Ids.next();
        session.tokenSessionId = session.id;
        session.userId = userId;
        session.startedAt = now;
        session.usedAt = now;
        session.expiresAt = now.plus(idleLife);
        return session;
    }

    boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Lives on from its latest use, but never past its longest life. */
    void use(Instant now, SessionSettings settings) {
        usedAt = now;
        Instant idleUntil = now.plus(settings.idleLife());
        Instant end = startedAt.plus(settings.longestLife());
        expiresAt = idleUntil.isBefore(end) ? idleUntil : end;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Parts from the access tokens issued so far; answers the id that they carry. */
    UUID partFromTokens() {
        UUID old = tokenSessionId;
        tokenSessionId = Ids.next();
        return old;
    }

    UUID id() {
        return id;
    }

    UUID tokenSessionId() {
        return tokenSessionId;
    }

    UUID userId() {
        return userId;
    }
}
