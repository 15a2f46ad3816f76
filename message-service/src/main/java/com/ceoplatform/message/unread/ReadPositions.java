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

    /** What is more than this is not counted: nobody can tell 1,000 from 1,001, and counting on would cost the more the later. */
    static final int COUNTED_AT_MOST = 1000;

    private static final String WAITING = """
            FROM message m
            WHERE m.channel_id = c.channel_id AND m.sequence > coalesce(p.sequence, 0)
              AND m.sender_id <> c.user_id AND m.deleted_at IS NULL AND m.type = 'TEXT'
            """;

    static final String UNREAD = """
            SELECT c.channel_id, unread.messages, mentioned.mentions, p.message_id, latest.sequence AS last_sequence
            FROM directory_member c
            LEFT JOIN read_position p ON p.user_id = c.user_id AND p.channel_id = c.channel_id
            CROSS JOIN LATERAL (SELECT m.sequence %1$s ORDER BY m.sequence DESC LIMIT 1) latest
            CROSS JOIN LATERAL (
                SELECT count(*) AS messages FROM (SELECT 1 %1$s ORDER BY m.sequence LIMIT %2$d) counted
            ) unread
            CROSS JOIN LATERAL (
                SELECT count(*) AS mentions FROM (
                    SELECT 1 FROM message_mention n
                    WHERE n.user_id = c.user_id AND n.channel_id = c.channel_id
                      AND n.sequence > coalesce(p.sequence, 0) AND n.current
                    LIMIT %2$d) counted
            ) mentioned
            WHERE c.user_id = :user
            ORDER BY c.channel_id
            """.formatted(WAITING, COUNTED_AT_MOST);

    private static final String POSITION = """
            SELECT p.message_id, coalesce(p.sequence, 0) AS sequence, p.read_at,
                (SELECT count(*) FROM (SELECT 1 %s ORDER BY m.sequence LIMIT %d) counted) AS unread
            FROM (SELECT CAST(:user AS uuid) AS user_id, CAST(:channel AS uuid) AS channel_id) c
            LEFT JOIN read_position p USING (user_id, channel_id)
            """.formatted(WAITING, COUNTED_AT_MOST);

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

    /** Moves back to just before a place; false when the person had not read as far anyhow. */
    boolean moveBackBefore(UUID userId, UUID channelId, long sequence, Instant now) {
        return jdbc.sql("""
                        UPDATE read_position p
                        SET message_id = earlier.id, sequence = coalesce(earlier.sequence, 0), read_at = :now
                        FROM (SELECT 1) one LEFT JOIN LATERAL (
                            SELECT m.id, m.sequence FROM message m
                            WHERE m.channel_id = :channel AND m.sequence < :sequence
                            ORDER BY m.sequence DESC LIMIT 1
                        ) earlier ON true
                        WHERE p.user_id = :user AND p.channel_id = :channel AND p.sequence >= :sequence
                        """)
                        .param("user", userId)
                        .param("channel", channelId)
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
        return jdbc.sql(POSITION)
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
