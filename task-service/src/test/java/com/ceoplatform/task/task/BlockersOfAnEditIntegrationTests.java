package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a task waits for, set by changing the task. */
@TaskServiceTest
class BlockersOfAnEditIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Answer budget;
    private Answer plan;

    @BeforeEach
    void twoTasksToWaitFor() {
        sarah = organisation.staff();
        budget = api.task(sarah);
        plan = api.task(sarah);
    }

    private Answer waitFor(UUID task, UUID... blockers) {
        return api.patch(sarah, "/tasks/" + task, Map.of("blockedBy", List.of(blockers)));
    }

    private static List<String> blockers(Answer task) {
        return task.body()
                .path("blockedBy")
                .valueStream()
                .map(id -> id.asString())
                .toList();
    }

    @Test
    void replacesThemAndTellsOfEach() {
        Answer task = api.task(sarah, "blockedBy", List.of(budget.id()));

        Answer changed = waitFor(task.id(), plan.id(), plan.id());

        assertThat(changed.status()).isEqualTo(200);
        assertThat(blockers(changed)).containsExactly(plan.id().toString());
        assertThat(api.get(sarah, "/tasks/" + task.id()).body()).isEqualTo(changed.body());
        assertThat(outbox.types(task.id()))
                .containsExactly("task.created", "task.dependency_removed", "task.dependency_added");
        assertThat(waitFor(task.id(), plan.id()).body()).isEqualTo(changed.body());
        assertThat(blockers(waitFor(task.id()))).isEmpty();
    }

    @Test
    void countForAStatusThatIsSetWithThem() {
        Answer task = api.task(sarah, "blockedBy", List.of(budget.id()));

        Answer refused = api.patch(
                sarah, "/tasks/" + task.id(), Map.of("blockedBy", List.of(plan.id()), "status", "in_progress"));
        Answer begun = api.patch(sarah, "/tasks/" + task.id(), Map.of("blockedBy", List.of(), "status", "in_progress"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("task_blocked");
        assertThat(refused.body().at("/blockers/0/id").asString())
                .isEqualTo(plan.id().toString());
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.text("status")).isEqualTo("in_progress");
    }

    @Test
    void refusesCirclesAndStrangers() {
        Answer task = api.task(sarah, "blockedBy", List.of(budget.id()));
        Answer ofOthers = api.task(organisation.staff());

        assertThat(waitFor(budget.id(), task.id()).code()).isEqualTo("dependency_cycle");
        assertThat(waitFor(task.id(), task.id()).code()).isEqualTo("dependency_cycle");
        assertThat(waitFor(task.id(), budget.id(), ofOthers.id()).wrongFields()).containsExactly("blockedBy[1]");
        assertThat(waitFor(task.id(), Ids.next()).wrongFields()).containsExactly("blockedBy[0]");
        assertThat(blockers(api.get(sarah, "/tasks/" + task.id())))
                .containsExactly(budget.id().toString());
    }

    @Test
    void leavesWhatItOnlyFollows() {
        Answer task = api.task(sarah);
        api.post(
                sarah,
                "/tasks/" + task.id() + "/dependencies",
                Map.of("dependsOnTaskId", budget.id(), "type", "follows"));

        assertThat(blockers(waitFor(task.id(), plan.id())))
                .containsExactly(plan.id().toString());
        assertThat(waitFor(task.id(), budget.id()).code()).isEqualTo("dependency_exists");
        assertThat(api.get(sarah, "/tasks/" + task.id() + "/dependencies").items("type"))
                .containsExactlyInAnyOrder("follows", "blocks");
    }

    @Test
    void neverCloseACircleTogether() {
        InParallel.run(
                8, number -> number % 2 == 0 ? waitFor(budget.id(), plan.id()) : waitFor(plan.id(), budget.id()));

        int waiting = blockers(api.get(sarah, "/tasks/" + budget.id())).size()
                + blockers(api.get(sarah, "/tasks/" + plan.id())).size();
        assertThat(waiting).isEqualTo(1);
    }
}
