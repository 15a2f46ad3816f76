package com.ceoplatform.voice.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The copy of the tasks in this service's own schema. */
@Repository
class TaskCopies {

    private static final String SAVE = """
            INSERT INTO task_copy (id, title, status, priority, due_at, assignee_ids, channel_id, created_by,
                                   created_at, version, deleted, told_at)
            VALUES (:id, :title, :status, :priority, :dueAt, :assigneeIds, :channelId, :createdBy,
                    :createdAt, :version, :deleted, :toldAt)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, status = excluded.status,
                priority = excluded.priority, due_at = excluded.due_at, assignee_ids = excluded.assignee_ids,
                channel_id = excluded.channel_id, version = excluded.version, deleted = excluded.deleted,
                told_at = excluded.told_at
            WHERE task_copy.version <= excluded.version AND NOT task_copy.deleted
            """;

    static final int PAGE = 2000;

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    TaskCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(TaskState task, boolean deleted, Instant toldAt) {
        jdbc.sql(SAVE)
                .param("id", task.id())
                .param("title", task.title())
                .param("status", task.status())
                .param("priority", task.priority(), Types.VARCHAR)
                .param("dueAt", utc(task.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("assigneeIds", task.assigneeIds().toArray(UUID[]::new))
                .param("channelId", task.channelId(), Types.OTHER)
                .param("createdBy", task.createdBy(), Types.OTHER)
                .param("createdAt", utc(task.createdAt()))
                .param("version", task.version())
                .param("deleted", deleted)
                .param("toldAt", utc(toldAt))
                .update();
    }

    /** All that are not deleted, one after the other; a page at a time, because the rows of all of them fill the memory. */
    void forEach(Consumer<TaskState> consumer) {
        UUID last = FIRST;
        List<TaskState> page;
        do {
            page = jdbc.sql("SELECT * FROM task_copy WHERE NOT deleted AND id > :last ORDER BY id LIMIT :page")
                    .param("last", last)
                    .param("page", PAGE)
                    .query(TaskCopies::task)
                    .list();
            page.forEach(consumer);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /** The moment of the newest event in the copy. */
    Optional<Instant> newest() {
        return jdbc.sql("SELECT max(told_at) FROM task_copy WHERE told_at IS NOT NULL HAVING max(told_at) IS NOT NULL")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static TaskState task(ResultSet row, int number) throws SQLException {
        OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new TaskState(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("status"),
                row.getString("priority"),
                dueAt == null ? null : dueAt.toInstant(),
                List.of((UUID[]) row.getArray("assignee_ids").getArray()),
                row.getObject("channel_id", UUID.class),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
