package com.ceoplatform.message.thread;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.message.message.MessageResponse;
import com.ceoplatform.message.message.MessageViews;
import com.ceoplatform.message.message.Messages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The threads that somebody follows, in the channels that they are a member of. */
@Service
class FollowedThreads {

    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    /** By what the person follows, never by what is in their channels; counted is only what is shown. */
    private static final String PAGE = """
            WITH followed AS MATERIALIZED (
                SELECT root_id FROM thread_follower WHERE user_id = :user AND following AND root_id < :before
            ), shown AS MATERIALIZED (
                SELECT f.root_id, root.channel_id FROM followed f
                JOIN message root ON root.id = f.root_id
                JOIN directory_member c ON c.channel_id = root.channel_id AND c.user_id = :user
                ORDER BY f.root_id DESC
                LIMIT :limit
            )
            SELECT s.root_id, replies.unread, latest.created_at AS last_reply_at
            FROM shown s
            LEFT JOIN read_position p ON p.user_id = :user AND p.channel_id = s.channel_id
            LEFT JOIN LATERAL (
                SELECT m.created_at FROM message m WHERE m.thread_root_id = s.root_id AND m.deleted_at IS NULL
                ORDER BY m.sequence DESC LIMIT 1
            ) latest ON true
            CROSS JOIN LATERAL (
                SELECT count(*) AS unread FROM (
                    SELECT 1 FROM message m
                    WHERE m.thread_root_id = s.root_id AND m.sequence > coalesce(p.sequence, 0)
                      AND m.sender_id <> :user AND m.deleted_at IS NULL
                    LIMIT 1000) counted
            ) replies
            ORDER BY s.root_id DESC
            """;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MessageViews views;

    FollowedThreads(JdbcClient jdbc, Messages messages, MessageViews views) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.messages = requireNonNull(messages, "messages is null");
        this.views = requireNonNull(views, "views is null");
    }

    private record Row(UUID rootId, long unread, @Nullable Instant lastReplyAt) {}

    /** Those that began last come first. */
    @Transactional(readOnly = true)
    public CursorPage<FollowedThread> page(UUID userId, @Nullable Cursor cursor, int limit) {
        List<Row> rows = jdbc.sql(PAGE)
                .param("user", userId)
                .param("before", cursor == null ? BEHIND_ALL : cursor.uuid(0))
                .param("limit", limit + 1)
                .query(FollowedThreads::row)
                .list();
        CursorPage<Row> page = CursorPage.of(rows, limit, row -> Cursor.of(row.rootId()));
        Map<UUID, MessageResponse> roots = roots(page.items());
        return new CursorPage<>(
                page.items().stream()
                        .map(row -> new FollowedThread(
                                requireNonNull(roots.get(row.rootId())), row.unread(), row.lastReplyAt()))
                        .toList(),
                page.nextCursor());
    }

    private Map<UUID, MessageResponse> roots(List<Row> rows) {
        List<UUID> ids = rows.stream().map(Row::rootId).toList();
        return views.views(messages.findAllById(ids)).stream().collect(toMap(MessageResponse::id, identity()));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp last = row.getTimestamp("last_reply_at");
        return new Row(
                row.getObject("root_id", UUID.class), row.getLong("unread"), last == null ? null : last.toInstant());
    }
}
