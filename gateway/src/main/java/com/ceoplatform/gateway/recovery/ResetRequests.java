package com.ceoplatform.gateway.recovery;

import com.ceoplatform.common.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The wishes for a new password that have not been mailed yet. A wish is written down before anybody looks whether the
 * address is known, so neither the answer nor its time tells; it survives restarts and is worked on by one gateway.
 */
@Component
class ResetRequests {

    private final JdbcClient jdbc;
    private final RecoverySettings settings;
    private final Clock clock;

    ResetRequests(JdbcClient jdbc, RecoverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Somebody's wish.
     *
     * @param email as entered
     * @param address the IP address that asked
     * @param attempts so far, this one included
     * @param stale whether nobody waits for it any more
     */
    record Wish(UUID id, String email, String address, int attempts, boolean stale) {}

    void add(String email, String address) {
        jdbc.sql("""
                        INSERT INTO reset_request (id, email, address, attempts, next_attempt_at, requested_at)
                        VALUES (:id, :email, :address, 0, :now, :now)
                        """)
                .param("id", Ids.next())
                .param("email", email)
                .param("address", address)
                .param("now", now())
                .update();
    }

    /** Takes the next wish that is due; it comes again, later each time, until it is done. */
    @Transactional
    public Optional<Wish> take() {
        Optional<Wish> next = jdbc.sql("""
                        SELECT id, email, address, attempts, requested_at FROM reset_request
                        WHERE next_attempt_at <= :now ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now())
                .query((row, number) -> new Wish(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("address"),
                        row.getInt("attempts") + 1,
                        row.getObject("requested_at", OffsetDateTime.class).isBefore(now().minus(settings.life()))))
                .optional();
        next.ifPresent(this::postpone);
        return next;
    }

    private void postpone(Wish wish) {
        Duration pause = settings.firstRetry().multipliedBy(1L << Math.min(wish.attempts() - 1, 20));
        jdbc.sql("UPDATE reset_request SET attempts = :attempts, next_attempt_at = :next WHERE id = :id")
                .param("attempts", wish.attempts())
                .param("next", now().plus(pause))
                .param("id", wish.id())
                .update();
    }

    void done(Wish wish) {
        jdbc.sql("DELETE FROM reset_request WHERE id = :id")
                .param("id", wish.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
