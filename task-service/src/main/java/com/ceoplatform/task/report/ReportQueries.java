package com.ceoplatform.task.report;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.access.Visibility;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the tasks that a viewer may see. Each method is one query, however many tasks and people there are. */
@Repository
class ReportQueries {

    static final int HIGHLIGHTS = 10;

    private static final int PEOPLE = 200;
    private static final Duration SOON = Duration.ofDays(3);
    private static final Duration RECENTLY = Duration.ofDays(7);
    private static final String OPEN = "t.status NOT IN ('COMPLETED', 'CANCELLED')";

    private static final String FIGURES = """
            SELECT count(*) AS total,
                   %s, %s,
                   count(*) FILTER (WHERE {open}) AS open,
                   count(*) FILTER (WHERE {open} AND t.due_at < :now) AS overdue,
                   count(*) FILTER (WHERE {open} AND t.due_at >= :now AND t.due_at < :soon) AS due_soon,
                   count(*) FILTER (WHERE {open} AND cardinality(t.assignee_ids) = 0) AS unassigned,
                   count(*) FILTER (WHERE {open} AND EXISTS (
                       SELECT 1 FROM task_dependency d JOIN task b ON b.id = d.depends_on_id
                       WHERE d.task_id = t.id AND d.type <> 'FOLLOWS' AND b.status <> 'COMPLETED')) AS blocked,
                   count(*) FILTER (WHERE t.created_at >= :recently) AS created_recently,
                   count(*) FILTER (WHERE t.completed_at >= :recently) AS completed_recently
            FROM task t WHERE\s""".formatted(
                    each(TaskStatus.values(), "t.status = '%1$s'"),
                    each(TaskPriority.values(), "{open} AND t.priority = '%1$s'"))
            .replace("{open}", OPEN);

    private static final String PER_PERSON = """
            SELECT a.user_id, p.name, p.department,
                   count(*) FILTER (WHERE {open}) AS open,
                   count(*) FILTER (WHERE t.status = 'IN_PROGRESS') AS in_progress,
                   count(*) FILTER (WHERE t.status = 'REVIEW') AS in_review,
                   count(*) FILTER (WHERE {open} AND t.due_at < :now) AS overdue,
                   count(*) FILTER (WHERE {open} AND t.due_at >= :now AND t.due_at < :soon) AS due_soon,
                   count(*) FILTER (WHERE {open} AND t.priority IN ('URGENT', 'CRITICAL')) AS urgent,
                   count(*) FILTER (WHERE t.completed_at >= :recently) AS completed_recently
            FROM task_assignee a
            JOIN task t ON t.id = a.task_id
            LEFT JOIN directory_person p ON p.id = a.user_id
            WHERE\s""".replace("{open}", OPEN);

    private final JdbcClient jdbc;

    ReportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String each(Enum<?>[] values, String condition) {
        return String.join(
                ", ",
                Arrays.stream(values)
                        .map(value -> "count(*) FILTER (WHERE " + condition.formatted(value.name()) + ") AS "
                                + value.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    Figures figures(ReportScope scope, Viewer viewer, Instant now) {
        Where where = new Where(scope, viewer, now);
        return jdbc.sql(FIGURES + where.condition)
                .params(where.parameters)
                .query(ReportQueries::figures)
                .single();
    }

    /** Those with most open tasks first; never more than {@value #PEOPLE}. */
    List<PersonFigures> people(ReportScope scope, Viewer viewer, Instant now) {
        Where where = new Where(scope, viewer, now);
        String condition = where.condition;
        if (scope.userId() != null) {
            condition += " AND a.user_id = :userId";
        }
        if (scope.department() != null) {
            condition += " AND p.department = :department";
        }
        return jdbc.sql(PER_PERSON + condition
                        + " GROUP BY a.user_id, p.name, p.department ORDER BY open DESC, a.user_id LIMIT " + PEOPLE)
                .params(where.parameters)
                .query(ReportQueries::person)
                .list();
    }

    /** Open tasks due within the span, the soonest first; never more than {@value #HIGHLIGHTS}. */
    List<Highlight> due(ReportScope scope, Viewer viewer, Instant from, Instant until) {
        Where where = new Where(scope, viewer, from);
        return jdbc.sql("SELECT t.id, t.title, t.status, t.priority, t.assignee_ids, t.due_at FROM task t WHERE "
                        + where.condition + " AND " + OPEN + " AND t.due_at >= :from AND t.due_at < :until"
                        + " ORDER BY t.due_at, t.id LIMIT " + HIGHLIGHTS)
                .params(where.parameters)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(ReportQueries::highlight)
                .list();
    }

    /** How many tasks were created, and how many completed, since then. */
    Since since(ReportScope scope, Viewer viewer, Instant moment) {
        Where where = new Where(scope, viewer, moment);
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE t.created_at >= :now) AS created,
                               count(*) FILTER (WHERE t.completed_at >= :now) AS completed
                        FROM task t WHERE (t.created_at >= :now OR t.completed_at >= :now) AND\s""" + where.condition)
                .params(where.parameters)
                .query((row, number) -> new Since(row.getLong("created"), row.getLong("completed")))
                .single();
    }

    record Since(long created, long completed) {}

    private static final class Where {

        private final Map<String, Object> parameters = new HashMap<>();
        private String condition;

        Where(ReportScope scope, Viewer viewer, Instant now) {
            Visibility visibility = Visibility.of(viewer);
            parameters.putAll(visibility.parameters());
            parameters.put("now", utc(now));
            parameters.put("soon", utc(now.plus(SOON)));
            parameters.put("recently", utc(now.minus(RECENTLY)));
            condition = "t.deleted_at IS NULL AND " + visibility.condition();
            if (scope.channelId() != null) {
                add("t.channel_id = :channelId", "channelId", scope.channelId());
            }
            if (scope.userId() != null) {
                add(
                        "EXISTS (SELECT 1 FROM task_assignee u WHERE u.task_id = t.id AND u.user_id = :userId)",
                        "userId",
                        scope.userId());
            }
            if (scope.department() != null) {
                add(
                        "EXISTS (SELECT 1 FROM directory_person s WHERE s.department = :department"
                                + " AND (s.id = t.created_by OR s.id = ANY(t.assignee_ids)))",
                        "department",
                        scope.department());
            }
        }

        private void add(String more, String name, Object value) {
            condition += " AND " + more;
            parameters.put(name, value);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Figures figures(ResultSet row, int number) throws SQLException {
        return new Figures(
                row.getLong("total"),
                row.getLong("open"),
                counts(row, TaskStatus.class),
                row.getLong("overdue"),
                row.getLong("due_soon"),
                row.getLong("blocked"),
                row.getLong("unassigned"),
                counts(row, TaskPriority.class),
                row.getLong("created_recently"),
                row.getLong("completed_recently"));
    }

    private static <E extends Enum<E>> Map<E, Long> counts(ResultSet row, Class<E> type) throws SQLException {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, row.getLong(value.name().toLowerCase(Locale.ROOT)));
        }
        return counts;
    }

    private static PersonFigures person(ResultSet row, int number) throws SQLException {
        return new PersonFigures(
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("department"),
                row.getLong("open"),
                row.getLong("in_progress"),
                row.getLong("in_review"),
                row.getLong("overdue"),
                row.getLong("due_soon"),
                row.getLong("urgent"),
                row.getLong("completed_recently"));
    }

    private static Highlight highlight(ResultSet row, int number) throws SQLException {
        return new Highlight(
                row.getObject("id", UUID.class),
                row.getString("title"),
                TaskStatus.valueOf(row.getString("status")),
                TaskPriority.valueOf(row.getString("priority")),
                List.of((UUID[]) row.getArray("assignee_ids").getArray()),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }
}
