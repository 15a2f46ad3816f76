package com.ceoplatform.task.view;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a row of the table {@code task} becomes a {@link TaskResponse}. */
final class TaskRow {

    static final String COLUMNS = """
            SELECT t.id, t.title, t.description, t.status, t.priority, t.assignee_ids, t.watcher_ids, t.created_by,
                   t.due_at, t.channel_id, t.parent_task_id, t.labels, t.completed_at, t.created_at, t.updated_at,
                   t.version, t.reminder_minutes, t.recurrence_rule, t.recurrence_zone, t.next_when, t.series_id,
                   ARRAY(SELECT d.depends_on_id FROM task_dependency d
                         WHERE d.task_id = t.id AND d.type <> 'FOLLOWS'
                         ORDER BY d.created_at, d.depends_on_id) AS blocked_by""";

    static final String SELECT = COLUMNS + "\nFROM task t";

    private TaskRow() {}

    static TaskResponse read(ResultSet row, int number) throws SQLException {
        return new TaskResponse(
                id(row, "id"),
                text(row, "title"),
                row.getString("description"),
                TaskStatus.valueOf(text(row, "status")),
                TaskPriority.valueOf(text(row, "priority")),
                ids(row, "assignee_ids"),
                ids(row, "watcher_ids"),
                id(row, "created_by"),
                instant(row, "due_at"),
                List.of((Integer[]) array(row, "reminder_minutes")),
                recurrence(row),
                row.getObject("channel_id", UUID.class),
                row.getObject("parent_task_id", UUID.class),
                List.of((String[]) array(row, "labels")),
                ids(row, "blocked_by"),
                instant(row, "completed_at"),
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "updated_at")),
                row.getLong("version"));
    }

    private static @Nullable Recurrence recurrence(ResultSet row) throws SQLException {
        String rule = row.getString("recurrence_rule");
        if (rule == null) {
            return null;
        }
        return new Recurrence(
                rule, text(row, "recurrence_zone"), NextWhen.valueOf(text(row, "next_when")), id(row, "series_id"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) array(row, column));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = Objects.requireNonNull(row.getArray(column), column);
        return array.getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
