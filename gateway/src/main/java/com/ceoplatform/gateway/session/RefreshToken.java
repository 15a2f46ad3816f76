package com.ceoplatform.gateway.session;

import com.ceoplatform.gateway.token.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One refresh token of a session, as its hash. It is good for one use.
 */
@Entity
@Table(name = "refresh_token")
@SuppressWarnings("UnusedVariable") // some fields are there for operators only
class RefreshToken {

    @Id
    private String hash;

    private UUID sessionId;
    private Instant issuedAt;
    private @Nullable Instant usedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected RefreshToken() {}

    @SuppressWarnings("NullAway.Init") // all fields are set
    static RefreshToken of(String text, UUID sessionId, Instant now) {
        RefreshToken token = new RefreshToken();
        token.hash = Secret.hash(text);
        token.sessionId = sessionId;
        token.issuedAt = now;
        return token;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    void use(Instant now) {
        usedAt = now;
    }

    UUID sessionId() {
        return sessionId;
    }
}
