package com.ceoplatform.task.comment;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The comments on tasks. Whoever writes one holds the row of its task, so that writers come one after the other. */
@Repository
class Comments {

    private static final String SELECT = """
            SELECT id, task_id, author_id, content, mentioned_user_ids, created_at, edited_at, version
            FROM task_comment\s""";

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
                .param("at", utc(comment.createdAt()))
                .update();
    }

    void save(CommentResponse comment) {
        jdbc.sql("""
                        UPDATE task_comment SET content = :content, mentioned_user_ids = :mentions,
                               edited_at = :at, version = :version
                        WHERE id = :id
                        """)
                .param("id", comment.id())
                .param("content", comment.content())
                .param("mentions", comment.mentionedUserIds().toArray(UUID[]::new))
                .param("at", comment.editedAt() == null ? null : utc(comment.editedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("version", comment.version())
                .update();
    }

    /** Takes it out of every list, and its text out of the database. */
    void delete(UUID id, Instant at) {
        jdbc.sql("""
                        UPDATE task_comment SET content = '', mentioned_user_ids = '{}', deleted_at = :at,
                               version = version + 1
                        WHERE id = :id
                        """).param("id", id).param("at", utc(at)).update();
    }

    Optional<CommentResponse> find(UUID taskId, UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id AND task_id = :task AND deleted_at IS NULL")
                .param("id", id)
                .param("task", taskId)
                .query(Comments::comment)
                .optional();
    }

    /** Whether somebody wrote such a comment and it was deleted. */
    boolean wasDeleted(UUID taskId, UUID id) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM task_comment
                                       WHERE id = :id AND task_id = :task AND deleted_at IS NOT NULL)
                        """)
                .param("id", id)
                .param("task", taskId)
                .query(Boolean.class)
                .single();
    }

    /** Oldest first, as a conversation is read. */
    CursorPage<CommentResponse> of(UUID taskId, int limit, @Nullable String cursor) {
        UUID after = cursor == null ? null : Cursor.decode(cursor, 1).uuid(0);
        List<CommentResponse> rows = jdbc.sql(SELECT + """
                        WHERE task_id = :task AND deleted_at IS NULL AND (CAST(:after AS uuid) IS NULL OR id > :after)
                        ORDER BY id LIMIT :limit
                        """)
                .param("task", taskId)
                .param("after", after, Types.OTHER)
                .param("limit", limit + 1)
                .query(Comments::comment)
                .list();
        return CursorPage.of(rows, limit, comment -> Cursor.of(comment.id()));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static CommentResponse comment(ResultSet row, int number) throws SQLException {
        OffsetDateTime editedAt = row.getObject("edited_at", OffsetDateTime.class);
        return new CommentResponse(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("author_id", UUID.class),
                row.getString("content"),
                List.of((UUID[]) row.getArray("mentioned_user_ids").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                editedAt == null ? null : editedAt.toInstant(),
                row.getLong("version"));
    }
}
