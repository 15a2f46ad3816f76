package com.ceoplatform.task.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TaskServiceTest
class DependencyIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
    }

    private Answer makeWait(UUID task, UUID dependsOn) {
        return api.post(sarah, "/tasks/" + task + "/dependencies", Map.of("dependsOnTaskId", dependsOn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_progress", "review", "completed"})
    void aBlockedTaskMayNotGoOn(String status) {
        Answer blocker = api.task(sarah, "title", "Budget");
        Answer task = api.task(sarah, "blockedBy", List.of(blocker.id()));

        Answer refused = api.patch(sarah, "/tasks/" + task.id(), Map.of("status", status));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("task_blocked");
        var named = refused.body().path("blockers").get(0);
        assertThat(named.path("id").asString()).isEqualTo(blocker.id().toString());
        assertThat(named.path("title").asString()).isEqualTo("Budget");
        assertThat(named.path("status").asString()).isEqualTo("pending");
    }

    @Test
    void aBlockedTaskMayWaitOrBeGivenUpAndGoesOnOnceItIsFree() {
        Answer blocker = api.task(sarah);
        Answer task = api.task(sarah, "blockedBy", List.of(blocker.id()));

        assertThat(api.patch(sarah, "/tasks/" + task.id(), Map.of("status", "on_hold"))
                        .status())
                .isEqualTo(200);
        api.patch(sarah, "/tasks/" + blocker.id(), Map.of("status", "completed"));

        assertThat(api.patch(sarah, "/tasks/" + task.id(), Map.of("status", "in_progress"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBlockerThatTheCallerMayNotSeeIsCountedButNotNamed() {
        Someone tom = organisation.staff();
        Answer secret = api.task(sarah, "title", "Secret merger");
        Answer task = api.task(sarah, "assigneeIds", List.of(tom.id()), "blockedBy", List.of(secret.id()));

        Answer refused = api.patch(tom, "/tasks/" + task.id(), Map.of("status", "completed"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("blockers")).isEmpty();
        assertThat(refused.text("detail")).contains("1 task").contains("may not see");
        assertThat(refused.body().toString()).doesNotContain("merger");
        assertThat(api.get(tom, "/tasks/" + task.id() + "/dependencies").items("taskId"))
                .isEmpty();
    }

    @Test
    void whatFollowsIsNotHeldBack() {
        Answer first = api.task(sarah);
        Answer second = api.task(sarah);
        api.post(
                sarah,
                "/tasks/" + second.id() + "/dependencies",
                Map.of("dependsOnTaskId", first.id(), "type", "follows"));

        Answer started = api.patch(sarah, "/tasks/" + second.id(), Map.of("status", "in_progress"));

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.texts("blockedBy", "")).isEmpty();
        assertThat(api.get(sarah, "/tasks/" + second.id() + "/dependencies").items("type"))
                .containsExactly("follows");
        assertThat(makeWait(first.id(), second.id()).code()).isEqualTo("dependency_cycle");
    }

    @Test
    void addingTwiceAndRemovingTwiceChangesNothingMore() {
        Answer first = api.task(sarah);
        Answer second = api.task(sarah);
        String path = "/tasks/" + second.id() + "/dependencies";

        Answer added = makeWait(second.id(), first.id());
        Answer again = makeWait(second.id(), first.id());

        assertThat(added.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(added.body());
        assertThat(api.get(sarah, "/tasks/" + second.id()).version()).isEqualTo(1);
        Answer otherwise = api.post(sarah, path, Map.of("dependsOnTaskId", first.id(), "type", "follows"));
        assertThat(otherwise.code()).isEqualTo("dependency_exists");
        assertThat(api.delete(sarah, path + "/" + first.id()).status()).isEqualTo(204);
        assertThat(api.delete(sarah, path + "/" + first.id()).status()).isEqualTo(204);
        assertThat(api.get(sarah, "/tasks/" + second.id()).version()).isEqualTo(2);
    }

    @Test
    void refusesATaskThatWaitsForItself() {
        Answer task = api.task(sarah);

        Answer refused = makeWait(task.id(), task.id());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("dependency_cycle");
    }

    @Test
    void refusesALongCircle() {
        List<UUID> tasks =
                IntStream.range(0, 10).mapToObj(i -> api.task(sarah).id()).toList();
        for (int i = 1; i < tasks.size(); i++) {
            assertThat(makeWait(tasks.get(i), tasks.get(i - 1)).status()).isEqualTo(201);
        }

        assertThat(makeWait(tasks.getFirst(), tasks.getLast()).code()).isEqualTo("dependency_cycle");
    }

    @Test
    void manyAtOnceCannotCloseACircle() {
        List<UUID> tasks =
                IntStream.range(0, 6).mapToObj(i -> api.task(sarah).id()).toList();

        List<Integer> answers = InParallel.run(120, number -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return untilAnswered(() -> makeWait(tasks.get(random.nextInt(6)), tasks.get(random.nextInt(6))));
        });

        assertThat(answers).containsOnly(201, 409);
        assertThat(tasksInACircle(tasks)).isZero();
    }

    /** A busy machine may run out of connections, which is 503: try again. */
    private static int untilAnswered(Supplier<Answer> request) {
        int status = request.get().status();
        while (status == 503) {
            status = request.get().status();
        }
        return status;
    }

    private long tasksInACircle(List<UUID> tasks) {
        return jdbc.sql("""
                        WITH RECURSIVE way(start, at) AS (
                            SELECT task_id, depends_on_id FROM task_dependency WHERE task_id = ANY(:tasks)
                            UNION
                            SELECT w.start, d.depends_on_id FROM way w JOIN task_dependency d ON d.task_id = w.at)
                        SELECT count(*) FROM way WHERE start = at
                        """)
                .param("tasks", tasks.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void theSameKeyAddsOnce() {
        Answer first = api.task(sarah);
        Answer second = api.task(sarah);
        String key = Ids.next().toString();
        Map<String, Object> body = Map.of("dependsOnTaskId", first.id());

        List<Answer> answers = InParallel.run(
                4, number -> api.post(sarah, "/tasks/" + second.id() + "/dependencies", body, "Idempotency-Key", key));

        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(api.get(sarah, "/tasks/" + second.id()).version()).isEqualTo(1);
    }

    @Test
    void tasksThatAreNotThereOrInvisibleAreNotFound() {
        Someone tom = organisation.staff();
        Answer mine = api.task(sarah);
        Answer his = api.task(tom);

        assertThat(makeWait(mine.id(), his.id()).code()).isEqualTo("task_not_found");
        assertThat(makeWait(his.id(), mine.id()).code()).isEqualTo("task_not_found");
        assertThat(makeWait(mine.id(), Ids.next()).status()).isEqualTo(404);
        assertThat(api.get(tom, "/tasks/" + mine.id() + "/dependencies").status())
                .isEqualTo(404);
        assertThat(api.delete(tom, "/tasks/" + mine.id() + "/dependencies/" + his.id())
                        .status())
                .isEqualTo(404);
        assertThat(api.task(sarah).texts("blockedBy", "")).isEmpty();
        assertThat(api.post(sarah, "/tasks", Map.of("title", "x", "blockedBy", List.of(his.id())))
                        .wrongFields())
                .containsExactly("blockedBy[0]");
    }

    @Test
    void refusesWhatIsNoDependency() {
        Answer task = api.task(sarah);
        String path = "/tasks/" + task.id() + "/dependencies";

        assertThat(api.post(sarah, path, Map.of()).wrongFields()).containsExactly("dependsOnTaskId");
        assertThat(api.post(sarah, path, Map.of("dependsOnTaskId", "x")).wrongFields())
                .containsExactly("dependsOnTaskId");
        assertThat(api.post(sarah, path, Map.of("dependsOnTaskId", task.id(), "type", "hates"))
                        .status())
                .isEqualTo(422);
    }
}
