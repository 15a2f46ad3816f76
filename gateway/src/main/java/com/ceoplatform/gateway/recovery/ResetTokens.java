package com.ceoplatform.gateway.recovery;

import com.ceoplatform.gateway.token.Secret;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that were mailed, as hashes: each is good for one use, and for half an hour. */
@Component
class ResetTokens {

    private final JdbcClient jdbc;
    private final RecoverySettings settings;
    private final Clock clock;

    ResetTokens(JdbcClient jdbc, RecoverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The text of a new token; empty when the person has had enough of them for a while. One at a time per person. */
    @Transactional
    public Optional<String> create(UUID userId) {
        OffsetDateTime now = now();
        jdbc.sql("SELECT id FROM person WHERE id = :user FOR NO KEY UPDATE")
                .param("user", userId)
                .query(UUID.class)
                .single();
        int recent = jdbc.sql("SELECT count(*) FROM reset_token WHERE user_id = :user AND created_at > :since")
                .param("user", userId)
                .param("since", now.minus(settings.life()))
                .query(Integer.class)
                .single();
        if (recent >= settings.mostPerLife()) {
            return Optional.empty();
        }
        String text = Secret.random();
        jdbc.sql("INSERT INTO reset_token (hash, user_id, created_at, expires_at) VALUES (:hash, :user, :now, :end)")
                .param("hash", Secret.hash(text))
                .param("user", userId)
                .param("now", now)
                .param("end", now.plus(settings.life()))
                .update();
        return Optional.of(text);
    }

    /** Whose password it may reset; empty when it is unknown, used or over. */
    Optional<UUID> ownerOf(String text) {
        return jdbc.sql("SELECT user_id FROM reset_token WHERE hash = :hash AND used_at IS NULL AND expires_at > :now")
                .param("hash", Secret.hash(text))
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Uses it up; of several who try at the same moment, one succeeds. */
    boolean use(String text) {
        return jdbc.sql("""
                        UPDATE reset_token SET used_at = :now
                        WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
                        """)
                        .param("hash", Secret.hash(text))
                        .param("now", now())
                        .update()
                == 1;
    }

    void withdraw(String text) {
        jdbc.sql("DELETE FROM reset_token WHERE hash = :hash")
                .param("hash", Secret.hash(text))
                .update();
    }

    /** Voids the others once one of them has done its work. */
    void voidAll(UUID userId) {
        jdbc.sql("UPDATE reset_token SET used_at = :now WHERE user_id = :user AND used_at IS NULL")
                .param("user", userId)
                .param("now", now())
                .update();
    }

    @Scheduled(initialDelayString = "PT30M", fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM reset_token WHERE expires_at < :now")
                .param("now", now().minus(settings.life()))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
