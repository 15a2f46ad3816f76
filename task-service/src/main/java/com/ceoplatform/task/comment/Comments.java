package com.ceoplatform.task.comment;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The comments on tasks, append-only. */
@Repository
class Comments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CommentResponse comment) {
        jdbc.sql("""
                        INSERT INTO task_comment (id, task_id, author_id, content, mentioned_user_ids, created_at)
                        VALUES (:id, :task, :author, :content, :mentions, :at)
                        """)
                .param("id", comment.id())
                .param("task", comment.taskId())
                .param("author", comment.authorId())
                .param("content", comment.content())
                .param("mentions", comment.mentionedUserIds().toArray(UUID[]::new))
                .param("at", OffsetDateTime.ofInstant(comment.createdAt(), ZoneOffset.UTC))
                .update();
    }

    /** Oldest first, as a conversation is read. */
    CursorPage<CommentResponse> of(UUID taskId, int limit, @Nullable String cursor) {
        UUID after = cursor == null ? null : Cursor.decode(cursor, 1).uuid(0);
        List<CommentResponse> rows = jdbc.sql("""
                        SELECT id, task_id, author_id, content, mentioned_user_ids, created_at FROM task_comment
                        WHERE task_id = :task AND (CAST(:after AS uuid) IS NULL OR id > :after)
                        ORDER BY id LIMIT :limit
                        """)
                .param("task", taskId)
                .param("after", after, Types.OTHER)
                .param("limit", limit + 1)
                .query(Comments::comment)
                .list();
        return CursorPage.of(rows, limit, comment -> Cursor.of(comment.id()));
    }

    private static CommentResponse comment(ResultSet row, int number) throws SQLException {
        return new CommentResponse(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("author_id", UUID.class),
                row.getString("content"),
                List.of((UUID[]) row.getArray("mentioned_user_ids").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                0);
    }
}
