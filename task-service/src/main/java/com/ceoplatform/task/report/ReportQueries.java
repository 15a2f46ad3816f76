package com.ceoplatform.task.report;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the tasks that a viewer may see. Each method is one query, however many tasks and people there are. */
@Repository
class ReportQueries {

    static final int HIGHLIGHTS = 10;

    static final int PEOPLE = 200;
    private static final Duration SOON = Duration.ofDays(3);
    private static final Duration RECENTLY = Duration.ofDays(7);

    private static final String FIGURES = """
            SELECT open.*, closed.*, blocked.*, created.*, done.*
            FROM (SELECT %s, %s,
                         count(*) FILTER (WHERE t.due_at < :now) AS overdue,
                         count(*) FILTER (WHERE t.due_at >= :now AND t.due_at < :soon) AS due_soon,
                         count(*) FILTER (WHERE t.assignee_ids = '{}') AS unassigned
                  FROM ({open}) t) open,
                 (SELECT count(*) FILTER (WHERE t.status = 'COMPLETED') AS completed,
                         count(*) FILTER (WHERE t.status = 'CANCELLED') AS cancelled
                  FROM ({closed}) t) closed,
                 (SELECT count(*) AS blocked FROM ({blocked}) t) blocked,
                 (SELECT count(*) AS created_recently FROM ({created}) t) created,
                 (SELECT count(*) AS completed_recently FROM ({done}) t) done
            """.formatted(
                    each(ReportRows.OPEN_STATUS, "t.status = '%1$s'"),
                    each(List.of(TaskPriority.values()), "t.priority = '%1$s'"));

    static final String WAITING = """
             AND EXISTS (
                SELECT 1 FROM task_dependency d JOIN task b ON b.id = d.depends_on_id
                WHERE d.task_id = t.id AND d.type <> 'FOLLOWS' AND b.status <> 'COMPLETED')""";

    private static final String PER_PERSON = """
            SELECT a.user_id, p.name, p.department,
                   count(*) FILTER (WHERE a.open) AS open,
                   count(*) FILTER (WHERE a.status = 'IN_PROGRESS') AS in_progress,
                   count(*) FILTER (WHERE a.status = 'REVIEW') AS in_review,
                   count(*) FILTER (WHERE a.open AND a.due_at < :now) AS overdue,
                   count(*) FILTER (WHERE a.open AND a.due_at >= :now AND a.due_at < :soon) AS due_soon,
                   count(*) FILTER (WHERE a.open AND a.priority IN ('URGENT', 'CRITICAL')) AS urgent,
                   count(*) FILTER (WHERE NOT a.open) AS completed_recently
            FROM ({open} UNION ALL {done}) a
            LEFT JOIN directory_person p ON p.id = a.user_id
            WHERE true""";

    private static final String ASSIGNED = "unnest(t.assignee_ids) AS user_id, t.status, t.priority, t.due_at, ";

    private final JdbcClient jdbc;
    private final TallyQueries tallies;

    ReportQueries(JdbcClient jdbc, TallyQueries tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    private static String each(List<? extends Enum<?>> values, String condition) {
        return values.stream()
                .map(value -> "count(*) FILTER (WHERE " + condition.formatted(value.name()) + ") AS "
                        + value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    Figures figures(ReportScope scope, Viewer viewer, Instant now) {
        return Tallied.of(scope, viewer)
                .map(tallied -> tallies.figures(tallied, moments(now)).plus(figures(tallied.rest(), now)))
                .orElseGet(() -> figures(new ReportRows(scope, viewer), now));
    }

    Figures figures(ReportRows rows, Instant now) {
        String sql = FIGURES.replace("{open}", rows.open("t.status, t.priority, t.due_at, t.assignee_ids", ""))
                .replace("{closed}", rows.closed("t.status"))
                .replace("{blocked}", rows.open("t.id", WAITING))
                .replace("{created}", rows.since("t.id", "created_at", "recently"))
                .replace("{done}", rows.since("t.id", "completed_at", "recently"));
        return jdbc.sql(sql)
                .params(rows.parameters())
                .params(times(now))
                .query(ReportQueries::figures)
                .single();
    }

    /** Those who have something to do or have just done something, most open tasks first; at most {@value #PEOPLE}. */
    List<PersonFigures> people(ReportScope scope, Viewer viewer, Instant now) {
        return Tallied.of(scope, viewer)
                .map(tallied -> tallies.people(scope, tallied, moments(now)))
                .orElseGet(() -> people(scope, new ReportRows(scope, viewer), now));
    }

    List<PersonFigures> people(ReportScope scope, ReportRows rows, Instant now) {
        String sql = PER_PERSON
                .replace("{open}", rows.open(ASSIGNED + "true AS open", ""))
                .replace("{done}", rows.since(ASSIGNED + "false", "completed_at", "recently"));
        if (scope.userId() != null) {
            sql += " AND a.user_id = :userId";
        }
        if (scope.department() != null) {
            sql += " AND p.department = :department";
        }
        return jdbc.sql(sql + " GROUP BY a.user_id, p.name, p.department ORDER BY open DESC, a.user_id LIMIT " + PEOPLE)
                .params(rows.parameters())
                .params(times(now))
                .query(ReportQueries::person)
                .list();
    }

    /** Open tasks due within the span, the soonest first; never more than {@value #HIGHLIGHTS}. */
    List<Highlight> due(ReportScope scope, Viewer viewer, Instant from, Instant until) {
        ReportRows rows = new ReportRows(scope, viewer);
        String span = " AND t.due_at >= :from AND t.due_at < :until";
        return jdbc.sql(rows.openInOne("t.id, t.title, t.status, t.priority, t.assignee_ids, t.due_at", span)
                        + " ORDER BY t.due_at, t.id LIMIT " + HIGHLIGHTS)
                .params(rows.parameters())
                .param("from", utc(from))
                .param("until", utc(until))
                .query(ReportQueries::highlight)
                .list();
    }

    /** How many tasks were created, and how many completed, since then. */
    Since since(ReportScope scope, Viewer viewer, Instant moment) {
        ReportRows rows = new ReportRows(scope, viewer);
        return jdbc.sql("SELECT (SELECT count(*) FROM (" + rows.since("t.id", "created_at", "moment")
                        + ") t) AS created, (SELECT count(*) FROM (" + rows.since("t.id", "completed_at", "moment")
                        + ") t) AS completed")
                .params(rows.parameters())
                .param("moment", utc(moment))
                .query((row, number) -> new Since(row.getLong("created"), row.getLong("completed")))
                .single();
    }

    record Since(long created, long completed) {}

    private static Map<String, Object> moments(Instant now) {
        return Tallied.moments(now, now.plus(SOON), now.minus(RECENTLY));
    }

    private static Map<String, Object> times(Instant now) {
        return Map.of("now", utc(now), "soon", utc(now.plus(SOON)), "recently", utc(now.minus(RECENTLY)));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Figures figures(ResultSet row, int number) throws SQLException {
        return Figures.of(
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

    static PersonFigures person(ResultSet row, int number) throws SQLException {
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
