package com.ceoplatform.message.unread;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.message.unread.UnreadResponse.UnreadChannel;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far everybody has read; what is unread is counted and never stored, so that it cannot drift. */
@Component
class ReadPositions {

    static final String UNREAD = """
            SELECT c.channel_id, unread.messages, unread.mentions, p.message_id, unread.last_sequence
            FROM directory_member c
            LEFT JOIN read_position p ON p.user_id = c.user_id AND p.channel_id = c.channel_id
            CROSS JOIN LATERAL (
                SELECT count(*) AS messages,
                       count(*) FILTER (WHERE c.user_id = ANY(m.mentioned_user_ids)) AS mentions,
                       max(m.sequence) AS last_sequence
                FROM message m
                WHERE m.channel_id = c.channel_id AND m.sequence > coalesce(p.sequence, 0)
                  AND m.sender_id <> c.user_id AND m.deleted_at IS NULL
            ) unread
            WHERE c.user_id = :user AND unread.messages > 0
            ORDER BY c.channel_id
            """;

    private final JdbcClient jdbc;

    ReadPositions(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** Moves forward; false when the person had read as far already. */
    boolean advance(UUID userId, UUID channelId, @Nullable UUID messageId, long sequence, Instant now) {
        return jdbc.sql("""
                        INSERT INTO read_position (user_id, channel_id, message_id, sequence, read_at)
                        VALUES (:user, :channel, :message, :sequence, :now)
                        ON CONFLICT (user_id, channel_id) DO UPDATE
                        SET message_id = excluded.message_id, sequence = excluded.sequence, read_at = excluded.read_at
                        WHERE read_position.sequence < excluded.sequence
                        """)
                        .param("user", userId)
                        .param("channel", channelId)
                        .param("message", messageId, Types.OTHER)
                        .param("sequence", sequence)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Puts a new member behind everything that had been said by then; never backwards. */
    void startAt(UUID userId, UUID channelId, Instant joinedAt) {
        jdbc.sql("""
                        INSERT INTO read_position (user_id, channel_id, message_id, sequence, read_at)
                        SELECT :user, :channel, m.id, m.sequence, :joined FROM message m
                        WHERE m.channel_id = :channel AND m.created_at <= :joined
                        ORDER BY m.sequence DESC LIMIT 1
                        ON CONFLICT (user_id, channel_id) DO UPDATE
                        SET message_id = excluded.message_id, sequence = excluded.sequence, read_at = excluded.read_at
                        WHERE read_position.sequence < excluded.sequence
                        """)
                .param("user", userId)
                .param("channel", channelId)
                .param("joined", joinedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    ReadPosition of(UUID userId, UUID channelId) {
        return jdbc.sql("""
                        SELECT p.message_id, coalesce(p.sequence, 0) AS sequence, p.read_at,
                            (SELECT count(*) FROM message m
                             WHERE m.channel_id = asked.channel_id AND m.sequence > coalesce(p.sequence, 0)
                               AND m.sender_id <> asked.user_id AND m.deleted_at IS NULL) AS unread
                        FROM (SELECT CAST(:user AS uuid) AS user_id, CAST(:channel AS uuid) AS channel_id) asked
                        LEFT JOIN read_position p USING (user_id, channel_id)
                        """)
                .param("user", userId)
                .param("channel", channelId)
                .query((row, number) -> new ReadPosition(
                        userId,
                        channelId,
                        row.getObject("message_id", UUID.class),
                        row.getLong("sequence"),
                        row.getLong("unread"),
                        row.getTimestamp("read_at") == null
                                ? null
                                : row.getTimestamp("read_at").toInstant()))
                .single();
    }

    /** The channels of a member in which something waits. */
    List<UnreadChannel> unread(UUID userId) {
        return jdbc.sql(UNREAD)
                .param("user", userId)
                .query((row, number) -> new UnreadChannel(
                        row.getObject("channel_id", UUID.class),
                        row.getLong("messages"),
                        row.getLong("mentions"),
                        row.getObject("message_id", UUID.class),
                        row.getLong("last_sequence")))
                .list();
    }
}
