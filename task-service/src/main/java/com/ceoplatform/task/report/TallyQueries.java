package com.ceoplatform.task.report;

import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures out of tallies. Takes as long for a million tasks as for a thousand. */
@Repository
class TallyQueries {

    private static final String FIGURES = """
            SELECT c.measure, c.value, sum(c.tasks) AS tasks
            FROM (SELECT measure, value, tasks FROM task_tallies
                  WHERE user_id IS NULL AND {tallies} AND measure IN ('STATUS', 'PRIORITY', 'UNASSIGNED')
                  UNION ALL
                  SELECT CASE WHEN day < :nowDay THEN 'OVERDUE' ELSE 'DUE_SOON' END, '', tasks FROM task_tallies
                  WHERE user_id IS NULL AND {tallies} AND measure = 'DUE' AND day < :soonDay AND day <> :nowDay
                  UNION ALL
                  SELECT measure, '', tasks FROM task_tallies
                  WHERE user_id IS NULL AND {tallies} AND measure IN ('CREATED', 'COMPLETED') AND day > :recentDay
                  UNION ALL
                  SELECT CASE WHEN t.due_at < :now THEN 'OVERDUE' ELSE 'DUE_SOON' END, '', 1 FROM ({dueToday}) t
                  UNION ALL SELECT 'DUE_SOON', '', 1 FROM ({dueThen}) t
                  UNION ALL SELECT 'CREATED', '', 1 FROM ({created}) t
                  UNION ALL SELECT 'COMPLETED', '', 1 FROM ({completed}) t
                  UNION ALL SELECT 'BLOCKED', '', 1 FROM ({blocked}) t) c
            GROUP BY c.measure, c.value
            """;

    private static final String PEOPLE = """
            WITH counted AS (
                SELECT user_id, 'OPEN' AS measure, tasks FROM task_tallies
                WHERE user_id IS NOT NULL AND {people} AND measure = 'OPEN'
                UNION ALL
                SELECT user_id, 'COMPLETED', tasks FROM task_tallies
                WHERE user_id IS NOT NULL AND {people} AND measure = 'COMPLETED' AND day > :recentDay
                UNION ALL SELECT unnest(t.assignee_ids), 'COMPLETED', 1 FROM ({completed}) t
                UNION ALL SELECT unnest(t.assignee_ids), 'OPEN', 1 FROM ({restOpen}) t
                UNION ALL SELECT unnest(t.assignee_ids), 'COMPLETED', 1 FROM ({restCompleted}) t
            ), listed AS MATERIALIZED (
                SELECT user_id, coalesce(sum(tasks) FILTER (WHERE measure = 'OPEN'), 0) AS open,
                       coalesce(sum(tasks) FILTER (WHERE measure = 'COMPLETED'), 0) AS completed_recently
                FROM counted {ofDepartment}
                GROUP BY user_id HAVING sum(tasks) > 0
                ORDER BY open DESC, user_id LIMIT %d
            ), detail AS (
                SELECT user_id, CASE measure WHEN 'STATUS' THEN value ELSE measure END AS measure, tasks FROM task_tallies
                WHERE user_id = ANY(ARRAY(SELECT user_id FROM listed)) AND {people} AND measure IN ('STATUS', 'URGENT')
                UNION ALL
                SELECT user_id, CASE WHEN day < :nowDay THEN 'OVERDUE' ELSE 'DUE_SOON' END, tasks FROM task_tallies
                WHERE user_id = ANY(ARRAY(SELECT user_id FROM listed)) AND {people} AND measure = 'DUE'
                  AND day < :soonDay AND day <> :nowDay
                UNION ALL
                SELECT unnest(t.assignee_ids), CASE WHEN t.due_at < :now THEN 'OVERDUE' ELSE 'DUE_SOON' END, 1
                FROM ({dueToday} UNION ALL {dueThen}) t
                UNION ALL
                SELECT a.user_id, m.measure, 1 FROM ({restOpen}) t, unnest(t.assignee_ids) a (user_id),
                    LATERAL (VALUES (t.status, true), ('OVERDUE', t.due_at < :now),
                        ('DUE_SOON', t.due_at >= :now AND t.due_at < :soon),
                        ('URGENT', t.priority IN ('URGENT', 'CRITICAL'))) m (measure, counts)
                WHERE m.counts AND a.user_id = ANY(ARRAY(SELECT user_id FROM listed))
            ), details AS (
                SELECT user_id,
                       sum(tasks) FILTER (WHERE measure = 'IN_PROGRESS') AS in_progress,
                       sum(tasks) FILTER (WHERE measure = 'REVIEW') AS in_review,
                       sum(tasks) FILTER (WHERE measure = 'OVERDUE') AS overdue,
                       sum(tasks) FILTER (WHERE measure = 'DUE_SOON') AS due_soon,
                       sum(tasks) FILTER (WHERE measure = 'URGENT') AS urgent
                FROM detail GROUP BY user_id
            )
            SELECT l.user_id, p.name, p.department, l.open, l.completed_recently,
                   d.in_progress, d.in_review, d.overdue, d.due_soon, d.urgent
            FROM listed l
            LEFT JOIN details d ON d.user_id = l.user_id
            LEFT JOIN directory_person p ON p.id = l.user_id
            ORDER BY l.open DESC, l.user_id
            """.formatted(ReportQueries.PEOPLE);

    private static final String OF_DEPARTMENT =
            "WHERE user_id IN (SELECT id FROM directory_person WHERE department = :department)";

    private static final String OF_PEOPLE = "t.assignee_ids, t.status, t.priority, t.due_at";

    private final JdbcClient jdbc;

    TallyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many tasks there are of what is counted: {@code STATUS/PENDING}, {@code OVERDUE/}. */
    private record Tally(String name, long tasks) {}

    Figures figures(Tallied tallied, Map<String, Object> moments) {
        ReportRows rows = tallied.counted();
        String sql = tallied.select(FIGURES)
                .replace("{dueToday}", dueToday("t.due_at", rows))
                .replace("{dueThen}", dueThen("t.due_at", rows))
                .replace("{created}", rows.within("t.id", "created_at", "recently", "recentEnd"))
                .replace("{completed}", rows.within("t.id", "completed_at", "recently", "recentEnd"))
                .replace("{blocked}", rows.open("t.id", ReportQueries.WAITING));
        return figures(jdbc
                .sql(sql)
                .params(tallied.parameters())
                .params(moments)
                .query((row, number) ->
                        new Tally(row.getString("measure") + "/" + row.getString("value"), row.getLong("tasks")))
                .list()
                .stream()
                .collect(Collectors.toMap(Tally::name, Tally::tasks)));
    }

    private static String dueToday(String columns, ReportRows rows) {
        return rows.open(columns, " AND t.due_at >= :nowStart AND t.due_at < :nowEnd");
    }

    private static String dueThen(String columns, ReportRows rows) {
        return rows.open(columns, " AND t.due_at >= :soonStart AND t.due_at < :soon");
    }

    private static Figures figures(Map<String, Long> tallies) {
        Function<String, Long> of = name -> tallies.getOrDefault(name, 0L);
        Map<TaskStatus, Long> byStatus = Arrays.stream(TaskStatus.values())
                .collect(Collectors.toMap(status -> status, status -> of.apply("STATUS/" + status.name())));
        return Figures.of(
                byStatus,
                of.apply("OVERDUE/"),
                of.apply("DUE_SOON/"),
                of.apply("BLOCKED/"),
                of.apply("UNASSIGNED/"),
                Arrays.stream(TaskPriority.values())
                        .collect(Collectors.toMap(
                                priority -> priority, priority -> of.apply("PRIORITY/" + priority.name()))),
                of.apply("CREATED/"),
                of.apply("COMPLETED/"));
    }

    /** As {@link ReportQueries#people}. */
    List<PersonFigures> people(ReportScope scope, Tallied tallied, Map<String, Object> moments) {
        ReportRows rows = tallied.counted();
        String sql = tallied.select(PEOPLE)
                .replace("{ofDepartment}", scope.department() == null ? "" : OF_DEPARTMENT)
                .replace("{completed}", rows.within("t.assignee_ids", "completed_at", "recently", "recentEnd"))
                .replace("{dueToday}", dueToday("t.assignee_ids, t.due_at", rows))
                .replace("{dueThen}", dueThen("t.assignee_ids, t.due_at", rows))
                .replace("{restOpen}", tallied.rest().open(OF_PEOPLE, ""))
                .replace("{restCompleted}", tallied.rest().since("t.assignee_ids", "completed_at", "recently"));
        Map<String, Object> parameters = new HashMap<>(tallied.parameters());
        parameters.putAll(moments);
        return jdbc.sql(sql).params(parameters).query(ReportQueries::person).list();
    }
}
