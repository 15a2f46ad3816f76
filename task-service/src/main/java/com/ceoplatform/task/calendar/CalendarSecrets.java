package com.ceoplatform.task.calendar;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets that open people's calendars, one each; only their hashes are kept. */
@Repository
class CalendarSecrets {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarSecrets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new secret; the one before opens nothing any longer. */
    String replace(UUID userId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        INSERT INTO calendar_secret (user_id, hash, created_at) VALUES (:user, :hash, :now)
                        ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at
                        """)
                .param("user", userId)
                .param("hash", hash(secret))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return secret;
    }

    void remove(UUID userId) {
        jdbc.sql("DELETE FROM calendar_secret WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    Optional<UUID> owner(String secret) {
        return jdbc.sql("SELECT user_id FROM calendar_secret WHERE hash = :hash")
                .param("hash", hash(secret))
                .query(UUID.class)
                .optional();
    }

    Optional<Instant> createdAt(UUID userId) {
        return jdbc.sql("SELECT created_at FROM calendar_secret WHERE user_id = :user")
                .param("user", userId)
                .query((row, number) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
