package com.ceoplatform.task.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.access.Visibility;
import com.ceoplatform.task.testing.ManyTasks;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL plans for the queries of the list on a table of 20,000 tasks of 100 people. */
@TaskServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskIndexIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final UUID PERSON = new UUID(7, 1);
    private static final UUID CHANNEL = new UUID(8, 1);

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void fill() {
        ManyTasks.fill(jdbc);
    }

    @AfterAll
    void clear() {
        ManyTasks.clear(jdbc);
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
                    null,
                    overdue,
                    null,
                    label,
                    text);
        }
    }

    private String plan(Wanted wanted, String sort, Role role, boolean secondPage) {
        TaskOrder order = TaskOrder.parse(sort);
        Cursor cursor = secondPage ? cursor(sort) : null;
        TaskQuery query = TaskQuery.of(wanted.filter(), order, cursor, Visibility.of(viewer(role)));
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + query.sql())
                        .params(query.parameters())
                        .param("limit", 51)
                        .query(String.class)
                        .list());
    }

    private static Cursor cursor(String order) {
        List<Object> parts = new ArrayList<>(List.of(order));
        for (String sort : order.split(",")) {
            parts.add(key(sort));
        }
        parts.add(Ids.next());
        return Cursor.of(parts.toArray());
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
        assertUses("task_open_status_due", status, "dueAt");
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
        assertUses("task_open_urgent", overdue, "-priority,dueAt");
    }
}
