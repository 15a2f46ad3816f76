package com.ceoplatform.common.events.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers, in the transaction of the effect, which events a consumer has handled. */
public class Inbox {

    /** Longer than Kafka keeps events, so that what can still be delivered is still remembered. */
    static final Duration KEPT = Duration.ofDays(8);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Whether this is the first time; a second one must have no effect. Runs within the effect's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean firstTime(UUID eventId, String consumer) {
        return jdbc.sql("INSERT INTO inbox (event_id, consumer, received_at) VALUES (:id, :consumer, :at)"
                                + " ON CONFLICT DO NOTHING")
                        .param("id", eventId)
                        .param("consumer", consumer)
                        .param("at", now())
                        .update()
                == 1;
    }

    /** Forgets events that can no longer arrive. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    @Transactional
    public void forgetOld() {
        jdbc.sql("DELETE FROM inbox WHERE received_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
