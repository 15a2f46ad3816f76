package com.ceoplatform.task.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TaskServiceTest
class BatchIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    private static Map<String, Object> create(String tempId, Object... fields) {
        Map<String, Object> task = new HashMap<>(Map.of("title", "Task " + tempId));
        for (int index = 0; index < fields.length; index += 2) {
            task.put((String) fields[index], fields[index + 1]);
        }
        return Map.of("tempId", tempId, "task", task);
    }

    private static Map<String, Object> change(Object id, Object... fields) {
        Map<String, Object> task = new HashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            task.put((String) fields[index], fields[index + 1]);
        }
        return Map.of("id", id, "task", task);
    }

    private Answer run(String mode, Object... items) {
        return api.post(sarah, "/tasks/batch", Map.of("mode", mode, "items", List.of(items)));
    }

    private static JsonNode item(Answer answer, int index) {
        return answer.body().path("items").get(index);
    }

    private static String id(Answer answer, int index) {
        return item(answer, index).path("task").path("id").asString();
    }

    @Test
    void itemsReferToEachOtherInAnyOrder() {
        Answer answer = run(
                "all_or_nothing",
                create("launch", "blockedBy", List.of("plan", "budget")),
                create("plan", "parentTaskId", "project"),
                create("budget"),
                create("project"),
                change("plan", "status", "in_progress"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("succeeded").asInt()).isEqualTo(5);
        assertThat(answer.items("status")).containsExactly("201", "201", "201", "201", "200");
        JsonNode launch = item(answer, 0).path("task");
        assertThat(launch.path("blockedBy").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(id(answer, 1), id(answer, 2));
        assertThat(item(answer, 4).path("task").path("parentTaskId").asString()).isEqualTo(id(answer, 3));
        assertThat(outbox.types(id(answer, 1))).containsExactly("task.created", "task.status_changed");
    }

    @Test
    void oneFailureUndoesEverything() {
        Answer task = api.task(sarah);

        Answer answer = run(
                "all_or_nothing",
                change(task.id(), "title", "Changed"),
                create("a"),
                create("b", "assigneeIds", List.of(Ids.next())));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("batch_refused");
        JsonNode failed = item(answer, 0);
        assertThat(failed.path("index").asInt()).isEqualTo(2);
        assertThat(failed.path("error").path("errors").get(0).path("field").asString())
                .isEqualTo("assigneeIds[0]");
        assertThat(api.get(sarah, "/tasks/" + task.id()).body()).isEqualTo(task.body());
        assertThat(api.get(sarah, "/tasks?createdBy=" + sarah.id()).items("id"))
                .containsExactly(task.id().toString());
        assertThat(outbox.types(task.id())).containsExactly("task.created");
    }

    @Test
    void eachItemFailsByItself() {
        Answer task = api.task(sarah);

        Answer answer = run(
                "per_item",
                create("bad", "title", " "),
                create("child", "parentTaskId", "bad"),
                change(task.id(), "priority", "critical"),
                change(Ids.next(), "title", "x"),
                create("odd", "priority", "huge"),
                Map.of("id", task.id(), "version", 7, "task", Map.of("title", "x")),
                create("good"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items("status")).containsExactly("422", "409", "200", "404", "422", "412", "201");
        assertThat(answer.body().path("failed").asInt()).isEqualTo(5);
        assertThat(item(answer, 1).path("error").path("code").asString()).isEqualTo("refers_to_failed_item");
        assertThat(item(answer, 4)
                        .path("error")
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("task.priority");
        assertThat(api.get(sarah, "/tasks/" + task.id()).text("priority")).isEqualTo("critical");
    }

    @Test
    void changesWhatATaskWaitsForByTheNamesOfOthers() {
        Answer task = api.task(sarah);

        Answer answer = run("all_or_nothing", change(task.id(), "blockedBy", List.of("plan")), create("plan"));

        assertThat(answer.items("status")).containsExactly("200", "201");
        assertThat(item(answer, 0).path("task").path("blockedBy").get(0).asString())
                .isEqualTo(id(answer, 1));
    }

    @Test
    void tellsOfANumberThatIsTooLarge() {
        Answer answer = run("per_item", create("a", "reminderMinutes", List.of(99_999_999_999L)));

        assertThat(answer.items("status")).containsExactly("422");
        assertThat(item(answer, 0).at("/error/errors/0/field").asString()).isEqualTo("task.reminderMinutes[0]");
    }

    @Test
    void refusesABatchThatMakesNoSense() {
        assertThat(run("per_item").wrongFields()).containsExactly("items");
        assertThat(run("sometimes", create("a")).status()).isEqualTo(422);
        assertThat(run("per_item", create("a"), create("a")).wrongFields()).containsExactly("items[1].tempId");
        assertThat(run("per_item", create("a", "parentTaskId", "b"), create("b", "blockedBy", List.of("a")))
                        .wrongFields())
                .containsExactly("items");
        assertThat(api.post(sarah, "/tasks/batch", Map.of("items", Collections.nCopies(101, Map.of("task", Map.of()))))
                        .wrongFields())
                .containsExactly("items");
        assertThat(api.send("POST", null, "/tasks/batch", "{}").status()).isEqualTo(401);
    }

    @Test
    void onlyWhatTheCallerMayDoIsDone() {
        Answer ofMike = api.task(mike);
        Answer watched = api.task(mike, "watcherIds", List.of(sarah.id()));

        Answer answer = run("per_item", change(ofMike.id(), "title", "x"), change(watched.id(), "title", "x"));

        assertThat(answer.items("status")).containsExactly("404", "403");
    }

    @Test
    void theSameKeyDoesItOnce() {
        for (String mode : List.of("all_or_nothing", "per_item")) {
            String key = Ids.next().toString();
            Map<String, Object> body =
                    Map.of("mode", mode, "items", List.of(create("a"), create("b", "blockedBy", List.of("a"))));

            List<Answer> answers =
                    InParallel.run(6, number -> api.post(sarah, "/tasks/batch", body, "Idempotency-Key", key));

            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.getFirst().body());
            Map<String, Object> other = Map.of("mode", mode, "items", List.of(create("c")));
            Answer reused = api.post(sarah, "/tasks/batch", other, "Idempotency-Key", key);
            assertThat(reused.status()).isEqualTo(422);
            assertThat(reused.code()).isEqualTo("idempotency_key_reused");
        }
        assertThat(api.get(sarah, "/tasks?createdBy=" + sarah.id()).items("id")).hasSize(4);
    }

    @Test
    void aRepetitionDoesOnlyWhatFailedBefore() {
        String key = Ids.next().toString();
        Answer blocker = api.task(sarah);
        Answer blocked = api.task(sarah, "blockedBy", List.of(blocker.id()));
        Map<String, Object> body =
                Map.of("mode", "per_item", "items", List.of(create("a"), change(blocked.id(), "status", "completed")));
        Answer first = api.post(sarah, "/tasks/batch", body, "Idempotency-Key", key);
        assertThat(first.items("status")).containsExactly("201", "409");
        api.patch(sarah, "/tasks/" + blocker.id(), Map.of("status", "completed"));

        Answer second = api.post(sarah, "/tasks/batch", body, "Idempotency-Key", key);

        assertThat(second.items("status")).containsExactly("201", "200");
        assertThat(id(second, 0)).isEqualTo(id(first, 0));
    }

    @Test
    void batchesThatCrossEachOtherBothSucceed() {
        List<UUID> tasks =
                IntStream.range(0, 8).mapToObj(number -> api.task(sarah).id()).toList();

        List<Answer> answers = InParallel.run(10, number -> {
            List<UUID> order = new ArrayList<>(tasks);
            Collections.shuffle(order);
            return run(
                    "all_or_nothing",
                    order.stream()
                            .map(id -> change(id, "title", "By " + number))
                            .toArray());
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(api.get(sarah, "/tasks?createdBy=" + sarah.id()).items("title").stream()
                        .distinct())
                .hasSize(1);
        assertThat(api.get(sarah, "/tasks?createdBy=" + sarah.id()).items("version"))
                .containsOnly("10");
    }
}
