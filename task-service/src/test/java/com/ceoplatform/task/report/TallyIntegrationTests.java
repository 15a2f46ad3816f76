package com.ceoplatform.task.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is counted as tasks change is what a count of the tasks themselves would find. */
@TaskServiceTest
class TallyIntegrationTests {

    private static final String[] STATUS = {"pending", "in_progress", "review", "on_hold", "completed", "cancelled"};
    private static final String[] PRIORITY = {"low", "medium", "high", "urgent", "critical"};

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ReportQueries queries;

    @Autowired
    private Clock clock;

    private String department;
    private String neighbours;
    private Someone ceo;
    private Someone manager;
    private Someone sarah;
    private Someone mike;
    private List<UUID> channels;

    @BeforeEach
    void anOrganisation() {
        department = organisation.department();
        neighbours = organisation.department();
        ceo = organisation.ceo();
        manager = organisation.manager(department);
        sarah = organisation.staff(department);
        mike = organisation.staff(neighbours);
        channels = List.of(
                organisation.publicChannel(sarah, mike), // closed now and then, when only members may be assigned
                organisation.publicChannel(mike),
                organisation.privateChannel(sarah, mike),
                organisation.privateChannel(manager),
                organisation.direct(sarah, mike));
    }

    /** Some task of some of the people, most often in a channel, and something that happens to it. */
    private void work(Random random) {
        Someone creator = random.nextBoolean() ? sarah : mike;
        List<UUID> open = List.of(channels.get(0), channels.get(1), channels.get(2), channels.get(4));
        UUID channel = open.get(random.nextInt(open.size()));
        boolean mayBeThere = channel.equals(channels.get(2))
                || channel.equals(channels.get(4))
                || (channel.equals(channels.get(0)) == creator.equals(sarah));
        Object place = mayBeThere && random.nextInt(3) > 0 ? channel : null;
        List<UUID> assignees = List.of(List.<UUID>of(), List.of(sarah.id()), List.of(sarah.id(), mike.id()))
                .get(random.nextInt(3));
        Instant due = random.nextInt(4) == 0 ? null : clock.instant().plus(Duration.ofHours(random.nextInt(240) - 120));
        UUID task = api.task(
                        creator,
                        "assigneeIds",
                        assignees,
                        "priority",
                        PRIORITY[random.nextInt(5)],
                        "dueAt",
                        due,
                        "channelId",
                        place)
                .id();
        if (random.nextInt(4) > 0) {
            api.patch(creator, "/tasks/" + task, Map.of("status", STATUS[random.nextInt(STATUS.length)]));
        }
        if (random.nextInt(5) == 0) {
            api.patch(creator, "/tasks/" + task, Map.of("assigneeIds", List.of(mike.id()), "priority", "critical"));
        }
        if (random.nextInt(6) == 0) {
            api.delete(creator, "/tasks/" + task);
        }
    }

    private void setPrivacy(UUID channel, String privacy) {
        jdbc.sql("UPDATE directory_channel SET privacy = :privacy WHERE id = :id")
                .param("privacy", privacy)
                .param("id", channel)
                .update();
    }

    private void move(Someone person, String to) {
        jdbc.sql("UPDATE directory_person SET department = :department WHERE id = :id")
                .param("department", to)
                .param("id", person.id())
                .update();
    }

    private void fold() {
        jdbc.sql("SELECT fold_task_tallies()").query((row, number) -> number).list();
    }

    private Set<String> tallies() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', audience, department, user_id, measure, value, day, sum(tasks)) FROM task_tallies
                        GROUP BY audience, department, user_id, measure, value, day HAVING sum(tasks) <> 0
                        """).query(String.class).list().stream().collect(Collectors.toSet());
    }

    private void assertNothingDrifted() {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('task_tally'), 0)")
                    .query((row, number) -> number)
                    .list();
            Set<String> kept = tallies();
            jdbc.sql("SELECT recount_task_tallies()")
                    .query((row, number) -> number)
                    .list();
            assertThat(kept).isEqualTo(tallies()).isNotEmpty();
        });
    }

    @Test
    void equalARecountWhateverHappensAtOnce() {
        InParallel.run(8, worker -> {
            Random random = new Random(worker);
            for (int round = 0; round < 12; round++) {
                switch (worker) {
                    case 0 -> setPrivacy(channels.get(0), round % 2 == 0 ? "private" : "public");
                    case 1 -> move(mike, round % 2 == 0 ? department : neighbours);
                    case 2 -> fold();
                    default -> work(random);
                }
            }
            return worker;
        });

        assertNothingDrifted();
        fold();
        assertNothingDrifted();
    }

    private Viewer viewer(Someone person, Role role, @Nullable String of, Set<UUID> team) {
        return new Viewer(new Caller(person.id(), "a@example.com", "A", role, of, "s", ZoneOffset.UTC), team, Map.of());
    }

    private List<Viewer> viewers() {
        return List.of(
                viewer(ceo, Role.CEO, null, Set.of()),
                viewer(manager, Role.MANAGER, department, Set.of(manager.id(), sarah.id())),
                viewer(sarah, Role.STAFF, department, Set.of()),
                viewer(mike, Role.STAFF, neighbours, Set.of()));
    }

    @Test
    void makeTheReportsThatTheTasksThemselvesWouldMake() {
        Random random = new Random(4);
        IntStream.range(0, 60).forEach(number -> work(random));
        api.task(sarah, "blockedBy", List.of(api.task(sarah).id()));
        fold();
        work(random);
        Instant now = clock.instant();

        for (Viewer viewer : viewers()) {
            for (@Nullable String of : new String[] {null, department, neighbours}) {
                ReportScope scope = new ReportScope(null, of, null);
                ReportRows tasks = new ReportRows(scope, viewer);
                assertThat(queries.figures(scope, viewer, now))
                        .as("%s of %s", viewer.caller().role(), of)
                        .isEqualTo(queries.figures(tasks, now));
                assertThat(queries.people(scope, viewer, now))
                        .as("%s of %s", viewer.caller().role(), of)
                        .isEqualTo(queries.people(scope, tasks, now));
            }
        }
    }

    @Test
    void areReadInsteadOfTheTasks() {
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN SELECT sum(tasks) FROM task_tallies WHERE user_id IS NULL AND department = ''"
                                + " AND measure = 'STATUS'")
                        .query(String.class)
                        .list());

        assertThat(plan).contains("task_tally").doesNotContain("on task ");
    }
}
