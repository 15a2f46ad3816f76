package com.ceoplatform.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One refresh token of a session, as its SHA-256: with 256 random bits in it no slower hash is needed. It is good for one
 * use.
 */
@Entity
@Table(name = "refresh_token")
@SuppressWarnings("UnusedVariable") // some fields are there for operators only
class RefreshToken {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

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
        token.hash = hash(text);
        token.sessionId = sessionId;
        token.issuedAt = now;
        return token;
    }

    /** A new token's text, which only the client keeps. */
    static String newText() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
