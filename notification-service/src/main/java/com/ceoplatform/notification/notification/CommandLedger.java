package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which voice commands have been taken back. The events of a command come over several topics and in any order, so both
 * sides lock the command: nobody is told of what is being taken back at that moment.
 */
@Component
class CommandLedger {

    /** Longer than Kafka keeps events. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final JdbcClient jdbc;

    CommandLedger(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** Waits for others who work on the command; the lock ends with the transaction. */
    void lock(UUID commandId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:command, 0))")
                .param("command", commandId.toString())
                .query((row, number) -> true)
                .single();
    }

    boolean isWithdrawn(UUID commandId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM withdrawn_command WHERE id = :command)")
                .param("command", commandId)
                .query(Boolean.class)
                .single();
    }

    void withdraw(UUID commandId, Instant now) {
        jdbc.sql("DELETE FROM withdrawn_command WHERE withdrawn_at < :old")
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO withdrawn_command (id, withdrawn_at) VALUES (:command, :now) ON CONFLICT DO NOTHING")
                .param("command", commandId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
