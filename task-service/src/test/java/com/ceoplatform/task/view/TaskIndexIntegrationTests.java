package com.ceoplatform.task.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.Statements;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What PostgreSQL plans for the queries of the list on a table of 20,000 tasks of 100 people. */
@TaskServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskIndexIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final UUID PERSON = new UUID(7, 1);
    private static final UUID CHANNEL = new UUID(8, 1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Statements statements;

    @BeforeAll
    void fill() {
        jdbc.sql("""
                        INSERT INTO task (id, title, description, status, priority, assignee_ids, watcher_ids, labels,
                                          due_at, channel_id, created_by, created_at, updated_at, version)
                        SELECT uuidv7(make_interval(secs => n - 20000)), 'Task number ' || n, 'word' || n % 5000,
                               (ARRAY['PENDING','IN_PROGRESS','REVIEW','COMPLETED','CANCELLED','ON_HOLD'])[1 + n % 6],
                               (ARRAY['LOW','MEDIUM','HIGH','URGENT','CRITICAL'])[1 + n % 5],
                               ARRAY[('00000000-0000-0007-0000-' || lpad(to_hex(n % 97), 12, '0'))::uuid],
                               CASE WHEN n % 1000 = 7 THEN ARRAY['00000000-0000-0007-0000-000000000001'::uuid] ELSE '{}' END,
                               CASE WHEN n % 1000 = 9 THEN ARRAY['rare'] ELSE '{}' END,
                               CASE WHEN n % 3 > 0 THEN timestamptz '2026-01-01' + make_interval(hours => n) END,
                               CASE WHEN n % 2 > 0
                                    THEN ('00000000-0000-0008-0000-' || lpad(to_hex(n % 50), 12, '0'))::uuid END,
                               ('00000000-0000-0007-0000-' || lpad(to_hex(n % 101), 12, '0'))::uuid,
                               timestamptz '2026-01-01' + make_interval(mins => n),
                               timestamptz '2026-01-01' + make_interval(mins => n), 0
                        FROM generate_series(1, 20000) n
                        """).update();
        jdbc.sql("""
                        INSERT INTO task_comment (id, task_id, author_id, content, mentioned_user_ids, created_at)
                        SELECT gen_random_uuid(), id, created_by, 'x', '{}', created_at FROM task
                        """).update();
        jdbc.sql("""
                        INSERT INTO task_activity (id, task_id, type, changed, at)
                        SELECT gen_random_uuid(), id, 'task.created', '{}', created_at FROM task
                        """).update();
        jdbc.sql("""
                        INSERT INTO meeting (id, title, start_at, end_at, organiser_id, attendee_ids, created_at,
                                             updated_at, version)
                        SELECT id, title, created_at, created_at + interval '1 hour', created_by, assignee_ids, created_at,
                               created_at, 0
                        FROM task
                        """).update();
        for (String table :
                List.of("task", "task_assignee", "task_dependency", "task_comment", "task_activity", "meeting")) {
            jdbc.sql("ANALYZE " + table).update();
        }
    }

    @AfterAll
    void empty() {
        jdbc.sql("TRUNCATE task, meeting CASCADE").update();
        jdbc.sql("TRUNCATE task_activity").update();
    }

    private static Viewer viewer(Role role) {
        return new Viewer(
                new Caller(PERSON, "p@example.com", "P", role, null, "s", ZoneOffset.UTC), Set.of(), Map.of());
    }

    private static Wanted wanted() {
        return new Wanted();
    }

    /** A filter that is put together in a test. */
    private static final class Wanted {
        private UUID assignee;
        private UUID channel;
        private UUID creator;
        private List<TaskStatus> status;
        private Instant before;
        private Instant after;
        private String text;
        private UUID watcher;
        private UUID series;
        private Boolean unassigned;
        private Boolean overdue;
        private String label;

        TaskFilter filter() {
            return new TaskFilter(
                    assignee,
                    status,
                    null,
                    channel,
                    null,
                    before,
                    after,
                    creator,
                    watcher,
                    series,
                    unassigned,
                    overdue,
                    null,
                    label,
                    text);
        }
    }

    private String plan(Wanted wanted, String sort, Role role, boolean secondPage) {
        TaskSort order = TaskSort.parse(sort);
        Cursor cursor = secondPage ? Cursor.of(sort, key(sort), Ids.next()) : null;
        TaskQuery query = TaskQuery.of(wanted.filter(), order, cursor, viewer(role));
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + query.sql())
                        .params(query.parameters())
                        .param("limit", 51)
                        .query(String.class)
                        .list());
    }

    private static String key(String sort) {
        return switch (sort.replace("-", "")) {
            case "createdAt" -> "";
            case "priority" -> "2";
            default -> "2026-06-01T00:00:00Z";
        };
    }

    private void assertUses(String index, Wanted wanted, String sort) {
        for (Role role : List.of(Role.CEO, Role.STAFF)) {
            for (boolean secondPage : List.of(false, true)) {
                // Who sees little may be better off with what they see than with the index of the order.
                assertThat(plan(wanted, sort, role, secondPage))
                        .as("%s as %s, second page: %s", sort, role, secondPage)
                        .contains(role == Role.CEO ? index : "task_")
                        .doesNotContain("Seq Scan on task t");
            }
        }
    }

    @Test
    void everyOrderWalksItsOwnIndex() {
        assertUses("task_newest", wanted(), "-createdAt");
        assertUses("task_newest", wanted(), "createdAt");
        assertUses("task_due_first", wanted(), "dueAt");
        assertUses("task_due_last", wanted(), "-dueAt");
        assertUses("task_priority", wanted(), "priority");
        assertUses("task_priority", wanted(), "-priority");
        assertUses("task_updated", wanted(), "-updatedAt");
    }

    @Test
    void onePersonsTasksComeFromTheIndexOfAssignees() {
        Wanted wanted = wanted();
        wanted.assignee = PERSON;
        assertUses("task_assignee_", wanted, "-createdAt");
        wanted.status = List.of(TaskStatus.PENDING);
        assertUses("task_assignee_status", wanted, "-createdAt");
        assertUses("task_assignee_status", wanted, "dueAt");
    }

    @Test
    void creatorAndChannelHaveTheirIndexes() {
        Wanted created = wanted();
        created.creator = PERSON;
        created.status = List.of(TaskStatus.PENDING);
        assertUses("task_created_by", created, "-createdAt");
        Wanted channel = wanted();
        channel.channel = CHANNEL;
        channel.status = List.of(TaskStatus.REVIEW);
        assertUses("task_channel", channel, "-createdAt");
    }

    @Test
    void dueDatesHaveTheirIndexes() {
        Wanted span = wanted();
        span.after = NOW;
        span.before = NOW.plusSeconds(48 * 3600);
        assertUses("task_due_", span, "dueAt");
        assertUses("task_due_", span, "-dueAt");
        assertUses("task_due_priority", span, "-createdAt");
    }

    @Test
    void statusesComeInTheOrderOfTheirIndex() {
        Wanted status = wanted();
        status.status = List.of(TaskStatus.ON_HOLD);
        assertUses("task_status", status, "-createdAt");
        assertUses("task_open_due_first", status, "dueAt");
    }

    @Test
    void wordsComeFromTheFullTextIndex() {
        Wanted words = wanted();
        words.text = "word4711";
        assertUses("task_search", words, "-createdAt");
    }

    @Test
    void whatFewTasksHaveIsNotLookedForInAll() {
        Wanted watched = wanted();
        watched.watcher = PERSON;
        assertUses("task_watcher", watched, "-createdAt");
        Wanted labelled = wanted();
        labelled.label = "rare";
        assertUses("task_label", labelled, "-createdAt");
        Wanted series = wanted();
        series.series = CHANNEL;
        assertUses("task_series", series, "-createdAt");
        Wanted nobodys = wanted();
        nobodys.unassigned = true;
        nobodys.status = List.of(TaskStatus.PENDING);
        assertUses("task_unassigned", nobodys, "-createdAt");
        Wanted overdue = wanted();
        overdue.overdue = true;
        assertUses("task_open_due", overdue, "dueAt");
        assertUses("task_open_priority", overdue, "-priority");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks",
                "/tasks?sort=dueAt",
                "/tasks?sort=-priority",
                "/tasks/{id}",
                "/tasks/{id}/subtasks",
                "/tasks/{id}/comments",
                "/tasks/{id}/dependencies",
                "/tasks/{id}/activity",
                "/tasks/labels",
                "/tasks/reports/team-status",
                "/tasks/reports/progress",
                "/tasks/reports/workload",
                "/tasks/reports/daily-summary",
                "/meetings",
                "/meetings/{meeting}",
                "/calendar.ics"
            })
    void whoeverSeesLittleReadsLittle(String path) {
        Someone person = organisation.staff();
        UUID task = api.task(person).id();
        UUID meeting = api.post(person, "/meetings", Map.of("title", "x", "startAt", NOW))
                .id();
        String address = path.replace("{id}", task.toString()).replace("{meeting}", meeting.toString());

        List<String> queries = statements.queriesOf(
                () -> assertThat(api.get(person, address).status()).isEqualTo(200));

        assertThat(queries).isNotEmpty();
        for (String query : queries) {
            assertThat(genericPlan(query))
                    .as(query)
                    .doesNotContainPattern("Seq Scan on (task t|task_comment|task_activity|meeting)");
        }
    }

    /** Over a connection that leaves parameters alone: EXPLAIN itself knows what to make of them. */
    private static String genericPlan(String query) {
        String url = Infrastructure.shared().databaseUrl();
        String simple = url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple";
        return String.join(
                "\n",
                JdbcClient.create(new DriverManagerDataSource(simple, "task", "task"))
                        .sql("EXPLAIN (GENERIC_PLAN) " + query)
                        .query(String.class)
                        .list());
    }
}
