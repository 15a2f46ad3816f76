package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What edited messages said before. */
@Component
class Revisions {

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** What a message said from a moment on, until it was edited. */
    record Revision(long version, String content, Instant writtenAt) {}

    record Several(List<Revision> items) {}

    void keep(Message message, Instant writtenAt) {
        jdbc.sql("INSERT INTO message_revision (message_id, version, content, written_at)"
                        + " VALUES (:id, :version, :content, :at)")
                .param("id", message.id())
                .param("version", message.version())
                .param("content", message.text().content())
                .param("at", writtenAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A deleted message has no past. */
    void forget(UUID messageId) {
        jdbc.sql("DELETE FROM message_revision WHERE message_id = :id")
                .param("id", messageId)
                .update();
    }

    Several of(UUID messageId) {
        return new Several(jdbc.sql("SELECT version, content, written_at FROM message_revision"
                        + " WHERE message_id = :id ORDER BY version")
                .param("id", messageId)
                .query((row, number) -> new Revision(
                        row.getLong("version"),
                        row.getString("content"),
                        row.getTimestamp("written_at").toInstant()))
                .list());
    }
}
