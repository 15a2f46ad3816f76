package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@TaskServiceTest
class TaskEventsIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private Someone mike;
    private Answer task;

    @BeforeEach
    void aTask() {
        sarah = organisation.staff();
        mike = organisation.staff();
        UUID channel = organisation.privateChannel(sarah, mike);
        Answer blocker = api.task(sarah);
        Answer parent = api.task(sarah);
        task = api.task(
                sarah,
                "description",
                "For spring",
                "assigneeIds",
                List.of(mike.id()),
                "watcherIds",
                List.of(sarah.id()),
                "dueAt",
                "2027-03-05T17:00:00Z",
                "labels",
                List.of("launch"),
                "channelId",
                channel,
                "parentTaskId",
                parent.id(),
                "blockedBy",
                List.of(blocker.id()));
    }

    private String path() {
        return "/tasks/" + task.id();
    }

    private UUID blocker() {
        return UUID.fromString(task.texts("blockedBy", "").getFirst());
    }

    @Test
    void theTaskCreatedIsTheResourceAsRestReturnsIt() {
        OutboxProbe.Row row = outbox.last(task.id(), "task.created");

        assertThat(row.topic()).isEqualTo("tasks.events");
        assertThat(row.key()).isEqualTo(task.id().toString());
        assertThat(row.source()).isEqualTo("/task-service");
        assertThat(row.actorId()).isEqualTo(sarah.id());
        assertThat(row.traceparent()).isNotNull();
        assertThat(row.payload()).isEqualTo(task.body());
    }

    @Test
    void everyEventHasItsGoldenForm() {
        api.patch(sarah, path(), Map.of("title", "New", "status", "on_hold", "assigneeIds", List.of(sarah.id())));
        api.post(mike, path() + "/comments", Map.of("content", "Fine", "mentionedUserIds", List.of(sarah.id())));
        Answer other = api.task(sarah);
        api.post(sarah, path() + "/dependencies", Map.of("dependsOnTaskId", other.id(), "type", "requires"));
        api.delete(sarah, path() + "/dependencies/" + other.id());
        api.delete(sarah, path());

        List<OutboxProbe.Row> events = outbox.about(task.id());

        assertThat(events)
                .extracting(OutboxProbe.Row::type)
                .containsExactly(
                        "task.created",
                        "task.updated",
                        "task.assigned",
                        "task.unassigned",
                        "task.status_changed",
                        "task.commented",
                        "task.dependency_added",
                        "task.dependency_removed",
                        "task.deleted");
        events.forEach(event -> GoldenEvents.assertMatches(event.type(), event.payload()));
    }

    @Test
    void eachEventOfOneChangeTellsOnlyItsOwnPart() {
        Answer changed = api.patch(
                sarah,
                path(),
                Map.of(
                        "title",
                        "New",
                        "priority",
                        "critical",
                        "status",
                        "on_hold",
                        "addAssigneeIds",
                        List.of(sarah.id())));

        JsonNode updated = outbox.last(task.id(), "task.updated").payload();
        assertThat(updated.path("changed").propertyNames()).containsExactlyInAnyOrder("title", "priority");
        assertThat(updated.path("changed").path("title").path("from").asString())
                .isEqualTo(task.text("title"));
        JsonNode status = outbox.last(task.id(), "task.status_changed").payload();
        assertThat(status.path("changed").propertyNames()).containsExactly("status");
        assertThat(status.path("changed").path("status").path("to").asString()).isEqualTo("on_hold");
        JsonNode assigned = outbox.last(task.id(), "task.assigned").payload();
        assertThat(assigned.path("changed").propertyNames()).containsExactly("assigneeIds");
        assertThat(assigned.path("userIds").valueStream().map(JsonNode::asString))
                .containsExactly(sarah.id().toString());
        ObjectNode rest = (ObjectNode) updated.deepCopy();
        rest.remove("changed");
        assertThat(rest).isEqualTo(changed.body());
    }

    @Test
    void aDependencyGivesTheWaitingTaskANewVersion() {
        Answer other = api.task(sarah);

        api.post(sarah, path() + "/dependencies", Map.of("dependsOnTaskId", other.id()));

        JsonNode added = outbox.last(task.id(), "task.dependency_added").payload();
        assertThat(added.path("version").asLong()).isEqualTo(1);
        assertThat(added.path("changed")
                        .path("blockedBy")
                        .path("to")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly(blocker().toString(), other.id().toString());
        assertThat(outbox.types(other.id())).containsExactly("task.created");
    }

    @Test
    void whatIsRefusedTellsNothing() {
        UUID command = Ids.next();
        api.patch(sarah, path(), Map.of("title", "New", "status", "completed"), "X-Command-Id", command.toString());

        assertThat(outbox.types(task.id())).containsExactly("task.created");
        assertThat(api.get(sarah, path()).body()).isEqualTo(task.body());
    }
}
