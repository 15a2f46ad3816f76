package com.ceoplatform.task.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.task.view.TaskResponse;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The items of batches that were done within a day under an idempotency key, so that a repetition does only the rest. */
@Configuration(proxyBeanMethods = false)
class ItemKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Clock clock;

    ItemKeys(JdbcClient jdbc, JsonMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** One item under a key; the hash is that of the whole batch. */
    record ItemKey(UUID userId, String value, int index, String requestHash) {}

    String hash(BatchRequest request) {
        try {
            byte[] text = mapper.writeValueAsString(request).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Refuses a key under which items of another batch were done.
     *
     * @throws DomainException 422 {@code idempotency_key_reused}
     */
    void requireSame(UUID userId, String key, String requestHash) {
        boolean other = jdbc.sql("SELECT EXISTS (SELECT 1 FROM batch_item"
                        + " WHERE user_id = :user AND key = :key AND request_hash <> :hash)")
                .param("user", userId)
                .param("key", key)
                .param("hash", requestHash)
                .query(Boolean.class)
                .single();
        if (other) {
            throw reused();
        }
    }

    private static DomainException reused() {
        return new DomainException(
                ErrorKind.INVALID, "idempotency_key_reused", "This Idempotency-Key was used with a different request.");
    }

    /**
     * Takes the key in the transaction of the item; waits for another one that is just doing so.
     *
     * @return what the item answered before, if it was done before
     * @throws DomainException 422 {@code idempotency_key_reused}
     */
    Optional<TaskResponse> take(ItemKey key) {
        boolean first = jdbc.sql("""
                        INSERT INTO batch_item (user_id, key, index, request_hash, created_at)
                        VALUES (:user, :key, :index, :hash, :now) ON CONFLICT DO NOTHING
                        """)
                        .param("user", key.userId())
                        .param("key", key.value())
                        .param("index", key.index())
                        .param("hash", key.requestHash())
                        .param("now", now())
                        .update()
                == 1;
        return first ? Optional.empty() : Optional.of(remembered(key));
    }

    private TaskResponse remembered(ItemKey key) {
        return jdbc.sql("SELECT request_hash, result FROM batch_item"
                        + " WHERE user_id = :user AND key = :key AND index = :index")
                .param("user", key.userId())
                .param("key", key.value())
                .param("index", key.index())
                .query((row, number) -> {
                    if (!row.getString("request_hash").equals(key.requestHash())) {
                        throw reused();
                    }
                    return mapper.readValue(row.getString("result"), TaskResponse.class);
                })
                .single();
    }

    void remember(ItemKey key, TaskResponse result) {
        jdbc.sql("UPDATE batch_item SET result = :result WHERE user_id = :user AND key = :key AND index = :index")
                .param("result", mapper.writeValueAsString(result))
                .param("user", key.userId())
                .param("key", key.value())
                .param("index", key.index())
                .update();
    }

    @Bean
    RecurringTask<Void> forgetBatchItems() {
        return Tasks.recurring("forget-batch-items", FixedDelay.ofHours(1))
                .execute((instance, context) -> jdbc.sql("DELETE FROM batch_item WHERE created_at < :expired")
                        .param("expired", now().minus(KEPT))
                        .update());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
