package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The idempotency keys that users were created under within a day. Works within the caller's transaction. */
@Component
class CreatedUserKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Clock clock;

    CreatedUserKeys(JdbcClient jdbc, JsonMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A key as one caller sent it, with the hash of what came under it. */
    record Key(UUID callerId, String value, String requestHash) {}

    private record Answer(String requestHash, String result) {}

    /**
     * Takes the key; when it is taken already, answers what was created under it.
     *
     * @throws DomainException 422 when it was used for something else
     */
    Optional<UserResponse> takeOrRepeat(Key key) {
        forgetBefore(now().minus(KEPT));
        int taken = jdbc.sql("INSERT INTO created_user_key (user_id, key, request_hash, created_at)"
                        + " VALUES (:user, :key, :hash, :now) ON CONFLICT DO NOTHING")
                .param("user", key.callerId())
                .param("key", key.value())
                .param("hash", key.requestHash())
                .param("now", now())
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(repeat(key));
    }

    private UserResponse repeat(Key key) {
        Answer answer = jdbc.sql(
                        "SELECT request_hash, result FROM created_user_key" + " WHERE user_id = :user AND key = :key")
                .param("user", key.callerId())
                .param("key", key.value())
                .query((row, number) -> new Answer(row.getString("request_hash"), row.getString("result")))
                .single();
        if (!answer.requestHash().equals(key.requestHash())) {
            throw new DomainException(
                    ErrorKind.INVALID,
                    "idempotency_key_reused",
                    "This Idempotency-Key was used with a different request.");
        }
        return mapper.readValue(answer.result(), UserResponse.class);
    }

    void answer(Key key, UserResponse created) {
        jdbc.sql("UPDATE created_user_key SET result = :result WHERE user_id = :user AND key = :key")
                .param("result", mapper.writeValueAsString(created))
                .param("user", key.callerId())
                .param("key", key.value())
                .update();
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void forgetOld() {
        forgetBefore(now().minus(KEPT));
    }

    private void forgetBefore(OffsetDateTime moment) {
        jdbc.sql("DELETE FROM created_user_key WHERE created_at < :moment")
                .param("moment", moment)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
