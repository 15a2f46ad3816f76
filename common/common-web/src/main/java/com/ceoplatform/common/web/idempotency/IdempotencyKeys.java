package com.ceoplatform.common.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The keys seen within a day and what was answered under them. */
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key as one user sent it for one operation. */
    record Key(UUID userId, String operation, String value) {}

    record Answer(String requestHash, String result) {}

    /** Takes the key; false when it is taken. Waits for a transaction that is just taking it to end. */
    boolean take(Key key, String requestHash) {
        jdbc.sql("DELETE FROM idempotency_key WHERE user_id = :user AND operation = :operation AND key = :key"
                        + " AND created_at < :expired")
                .param("user", key.userId())
                .param("operation", key.operation())
                .param("key", key.value())
                .param("expired", now().minus(KEPT))
                .update();
        return jdbc.sql("INSERT INTO idempotency_key (user_id, operation, key, request_hash, created_at)"
                                + " VALUES (:user, :operation, :key, :hash, :now) ON CONFLICT DO NOTHING")
                        .param("user", key.userId())
                        .param("operation", key.operation())
                        .param("key", key.value())
                        .param("hash", requestHash)
                        .param("now", now())
                        .update()
                == 1;
    }

    void answer(Key key, String result) {
        jdbc.sql("UPDATE idempotency_key SET result = :result"
                        + " WHERE user_id = :user AND operation = :operation AND key = :key")
                .param("result", result)
                .param("user", key.userId())
                .param("operation", key.operation())
                .param("key", key.value())
                .update();
    }

    Optional<Answer> find(Key key) {
        return jdbc.sql("SELECT request_hash, result FROM idempotency_key"
                        + " WHERE user_id = :user AND operation = :operation AND key = :key")
                .param("user", key.userId())
                .param("operation", key.operation())
                .param("key", key.value())
                .query((row, number) -> new Answer(row.getString("request_hash"), row.getString("result")))
                .optional();
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < :expired")
                .param("expired", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
