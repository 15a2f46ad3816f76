package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.Owners;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class TaskLifecycleIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Owners owners;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    @Test
    void createsATaskAndReadsItBack() {
        Answer created = api.post(
                sarah,
                "/tasks",
                Map.of(
                        "title", "Content plan",
                        "description", "For spring",
                        "assigneeIds", List.of(mike.id()),
                        "priority", "high",
                        "dueAt", "2027-03-05T17:00:00-05:00",
                        "labels", List.of("launch", "launch", "copy")));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/tasks/" + created.id());
        assertThat(created.headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(created.text("status")).isEqualTo("pending");
        assertThat(created.text("priority")).isEqualTo("high");
        assertThat(created.text("dueAt")).isEqualTo("2027-03-05T22:00:00Z");
        assertThat(created.texts("labels", "")).containsExactly("launch", "copy");
        assertThat(created.text("createdBy")).isEqualTo(sarah.id().toString());
        Answer read = api.get(mike, "/tasks/" + created.id());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(created.body());
    }

    @Test
    void keepsTextsVerbatim() {
        String title = "🚀 שלום '); DROP TABLE task;-- <script>alert(1)</script> \\u202e  ";
        Answer created = api.task(sarah, "title", title, "description", title, "labels", List.of("été'\"<b>"));

        Answer read = api.get(sarah, "/tasks/" + created.id());

        assertThat(read.text("title")).isEqualTo(title);
        assertThat(read.text("description")).isEqualTo(title);
        assertThat(read.texts("labels", "")).containsExactly("été'\"<b>");
        assertThat(outbox.last(created.id(), "task.created")
                        .payload()
                        .path("title")
                        .asString())
                .isEqualTo(title);
    }

    @Test
    void patchChangesWhatIsThereAndNothingElse() {
        Answer task = api.task(sarah, "description", "old", "dueAt", "2027-01-01T00:00:00Z", "priority", "low");
        Map<String, Object> body = new HashMap<>();
        body.put("description", null);
        body.put("title", "New");

        Answer changed = api.patch(sarah, "/tasks/" + task.id(), body);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("title")).isEqualTo("New");
        assertThat(changed.body().path("description").isNull()).isTrue();
        assertThat(changed.text("dueAt")).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(changed.text("priority")).isEqualTo("low");
        assertThat(changed.version()).isEqualTo(1);
        assertThat(api.get(sarah, "/tasks/" + task.id()).body()).isEqualTo(changed.body());
    }

    @Test
    void aPatchWithoutEffectIsNoChange() {
        Answer task = api.task(sarah, "assigneeIds", List.of(mike.id()));

        Answer same = api.patch(
                sarah,
                "/tasks/" + task.id(),
                Map.of("title", task.text("title"), "addAssigneeIds", List.of(mike.id())));

        assertThat(same.body()).isEqualTo(task.body());
        assertThat(outbox.types(task.id())).containsExactly("task.created");
    }

    @Test
    void assignsAddsAndRemoves() {
        Someone tom = organisation.staff();
        Answer task = api.task(sarah, "assigneeIds", List.of(mike.id()));

        Answer changed = api.patch(
                sarah,
                "/tasks/" + task.id(),
                Map.of("addAssigneeIds", List.of(tom.id()), "removeAssigneeIds", List.of(mike.id())));

        assertThat(changed.texts("assigneeIds", "")).containsExactly(tom.id().toString());
        assertThat(outbox.types(task.id())).containsExactly("task.created", "task.assigned", "task.unassigned");
        assertThat(outbox.last(task.id(), "task.assigned")
                        .payload()
                        .path("userIds")
                        .get(0)
                        .asString())
                .isEqualTo(tom.id().toString());
        assertThat(outbox.last(task.id(), "task.unassigned")
                        .payload()
                        .path("userIds")
                        .get(0)
                        .asString())
                .isEqualTo(mike.id().toString());
        assertThat(api.patch(sarah, "/tasks/" + task.id(), Map.of("assigneeIds", List.of(sarah.id(), mike.id())))
                        .texts("assigneeIds", ""))
                .containsExactly(sarah.id().toString(), mike.id().toString());
    }

    @Test
    void completingSetsTheMomentAndReopeningClearsIt() {
        Answer task = api.task(sarah);

        Answer completed = api.patch(sarah, "/tasks/" + task.id(), Map.of("status", "completed"));
        assertThat(completed.text("completedAt")).isNotEmpty();
        Answer reopened = api.patch(sarah, "/tasks/" + task.id(), Map.of("status", "in_progress"));

        assertThat(reopened.body().path("completedAt").isNull()).isTrue();
        assertThat(outbox.types(task.id()))
                .containsExactly("task.created", "task.status_changed", "task.status_changed");
    }

    @Test
    void refusesAWriteAgainstAStaleVersion() {
        Answer task = api.task(sarah);
        api.patch(sarah, "/tasks/" + task.id(), Map.of("title", "Second"));

        Answer stale = api.patch(sarah, "/tasks/" + task.id(), Map.of("title", "Third"), "If-Match", "\"0\"");
        Answer fresh = api.patch(sarah, "/tasks/" + task.id(), Map.of("title", "Third"), "If-Match", "\"1\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(api.delete(sarah, "/tasks/" + task.id(), "If-Match", "\"1\"").status())
                .isEqualTo(412);
    }

    @Test
    void answersNotModifiedToAKnownVersion() {
        Answer task = api.task(sarah);

        assertThat(api.get(sarah, "/tasks/" + task.id(), "If-None-Match", "\"0\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void losesNoUpdateOfManyAtOnce() {
        List<Someone> people =
                java.util.stream.Stream.generate(organisation::staff).limit(20).toList();
        Answer task = api.task(sarah);

        List<Integer> answers = InParallel.run(
                20,
                number -> api.patch(
                                sarah,
                                "/tasks/" + task.id(),
                                Map.of(
                                        "addAssigneeIds",
                                        List.of(people.get(number).id())))
                        .status());

        assertThat(answers).containsOnly(200);
        Answer read = api.get(sarah, "/tasks/" + task.id());
        assertThat(read.texts("assigneeIds", "")).hasSize(20);
        assertThat(read.version()).isEqualTo(20);
        assertThat(outbox.types(task.id())).hasSize(21);
    }

    @Test
    void theSameKeyCreatesOnce() {
        String key = Ids.next().toString();
        Map<String, Object> body = Map.of("title", "Once");

        List<Answer> answers = InParallel.run(8, number -> api.post(sarah, "/tasks", body, "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(outbox.types(answers.getFirst().id())).containsExactly("task.created");
        Answer other = api.post(sarah, "/tasks", Map.of("title", "Twice"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(api.post(mike, "/tasks", body, "Idempotency-Key", key).id())
                .isNotEqualTo(answers.getFirst().id());
    }

    @Test
    void deletingHidesTheTaskFreesWhatItHeldAndCanBeRepeated() {
        Answer parent = api.task(sarah);
        Answer child = api.task(sarah, "parentTaskId", parent.id());
        Answer waiting = api.task(sarah, "blockedBy", List.of(parent.id()));

        assertThat(api.delete(sarah, "/tasks/" + parent.id()).status()).isEqualTo(204);
        assertThat(api.delete(sarah, "/tasks/" + parent.id()).status()).isEqualTo(204);

        assertThat(api.get(sarah, "/tasks/" + parent.id()).code()).isEqualTo("task_not_found");
        assertThat(api.patch(sarah, "/tasks/" + parent.id(), Map.of("title", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(api.delete(mike, "/tasks/" + parent.id()).status()).isEqualTo(404);
        assertThat(api.get(sarah, "/tasks/" + child.id())
                        .body()
                        .path("parentTaskId")
                        .isNull())
                .isTrue();
        assertThat(api.get(sarah, "/tasks/" + waiting.id()).texts("blockedBy", ""))
                .isEmpty();
        assertThat(outbox.types(parent.id())).containsExactly("task.created", "task.deleted");
        assertThat(outbox.types(waiting.id())).containsExactly("task.created", "task.dependency_removed");
        assertThat(outbox.types(child.id())).containsExactly("task.created", "task.updated");
    }

    @Test
    void usesPeopleAndChannelsThatWereMadeAMomentAgo() {
        UUID newPerson = Ids.next();
        UUID newChannel = Ids.next();
        owners.knowPerson(newPerson);
        owners.knowPrivateChannel(newChannel, sarah, mike);

        Answer task = api.task(sarah, "channelId", newChannel, "assigneeIds", List.of(mike.id()));
        Answer commented = api.post(sarah, "/tasks/" + task.id() + "/comments", Map.of("content", "Go"));
        Answer plain = api.task(sarah, "assigneeIds", List.of(newPerson));

        assertThat(task.text("channelId")).isEqualTo(newChannel.toString());
        assertThat(commented.status()).isEqualTo(201);
        assertThat(plain.texts("assigneeIds", "")).containsExactly(newPerson.toString());
    }

    @Test
    void remembersWhoChangedWhatByHandOrByVoice() {
        Answer task = api.task(sarah, "assigneeIds", List.of(mike.id()));
        UUID command = Ids.next();
        api.patch(mike, "/tasks/" + task.id(), Map.of("priority", "urgent"), "X-Command-Id", command.toString());

        Answer activity = api.get(sarah, "/tasks/" + task.id() + "/activity?limit=1");

        assertThat(activity.items("type")).containsExactly("task.updated");
        var entry = activity.body().path("items").get(0);
        assertThat(entry.path("actorId").asString()).isEqualTo(mike.id().toString());
        assertThat(entry.path("commandId").asString()).isEqualTo(command.toString());
        assertThat(entry.path("changed").path("priority").path("from").asString())
                .isEqualTo("medium");
        assertThat(entry.path("changed").path("priority").path("to").asString()).isEqualTo("urgent");
        Answer rest = api.get(sarah, "/tasks/" + task.id() + "/activity?cursor=" + activity.text("nextCursor"));
        assertThat(rest.items("type")).containsExactly("task.created");
        assertThat(outbox.last(task.id(), "task.updated").correlationId()).isEqualTo(command);
    }
}
