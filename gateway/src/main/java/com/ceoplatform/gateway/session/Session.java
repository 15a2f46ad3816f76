package com.ceoplatform.gateway.session;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.gateway.request.Origin;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    private String userAgent;
    private String address;
    private Instant startedAt;
    private Instant usedAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Session() {}

    /** A login that ends when nobody refreshes it for a while. */
    static Session login(UUID userId, Instant now, Duration idleLife) {
        return start(SessionKind.LOGIN, userId, now, now.plus(idleLife));
    }

    /** What an API token stands for. */
    static Session ofApiToken(UUID userId, Instant now, Instant expiresAt) {
        return start(SessionKind.API_TOKEN, userId, now, expiresAt);
    }

    @SuppressWarnings("NullAway.Init") // all fields are set
    private static Session start(SessionKind kind, UUID userId, Instant now, Instant expiresAt) {
        Session session = new Session();
        session.id = Ids.next();
        session.tokenSessionId = session.id;
        session.userId = userId;
        session.kind = kind;
        session.startedAt = now;
        session.usedAt = now;
        session.expiresAt = expiresAt;
        session.userAgent = "";
        session.address = "";
        session.cameFrom();
        return session;
    }

    private void cameFrom() {
        Origin.current().ifPresent(origin -> {
            userAgent = origin.userAgent();
            address = origin.address();
        });
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
        cameFrom();
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

    boolean isLogin() {
        return kind == SessionKind.LOGIN;
    }

    String userAgent() {
        return userAgent;
    }

    String address() {
        return address;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant usedAt() {
        return usedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
