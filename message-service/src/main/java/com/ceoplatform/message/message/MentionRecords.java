package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has been mentioned where. A mention that an edit takes out is kept as a former one, so that nobody is told of the
 * same message twice.
 */
@Component
public class MentionRecords {

    private final JdbcClient jdbc;

    MentionRecords(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** Takes note of the people whom a new or edited message mentions; answers those whom it never mentioned before. */
    public List<UUID> keep(Message message) {
        if (message.text().mentionedUserIds().isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        INSERT INTO message_mention (message_id, user_id, channel_id, sequence, current)
                        SELECT :message, one, :channel, :sequence, true FROM unnest(CAST(:users AS uuid[])) one
                        ON CONFLICT (message_id, user_id) DO UPDATE SET current = true
                        RETURNING user_id, (xmax = 0) AS first
                        """)
                .param("message", message.id())
                .param("channel", message.channelId())
                .param("sequence", message.sequence())
                .param("users", message.text().mentionedUserIds().toArray(UUID[]::new))
                .query((row, number) -> new Kept(row.getObject("user_id", UUID.class), row.getBoolean("first")))
                .list()
                .stream()
                .filter(Kept::first)
                .map(Kept::userId)
                .toList();
    }

    private record Kept(UUID userId, boolean first) {}

    /** Takes the mentions out that the message does not have any more. */
    void drop(Message message) {
        jdbc.sql("UPDATE message_mention SET current = false"
                        + " WHERE message_id = :message AND current AND user_id <> ALL(:users)")
                .param("message", message.id())
                .param("users", message.text().mentionedUserIds().toArray(UUID[]::new))
                .update();
    }
}
