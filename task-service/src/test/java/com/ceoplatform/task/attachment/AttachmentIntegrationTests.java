package com.ceoplatform.task.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class AttachmentIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();
    private final UUID file = Ids.next();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;
    private UUID task;

    @BeforeEach
    void newTask() {
        sarah = organisation.staff();
        task = api.task(sarah).id();
    }

    /** Tells of the file twice, as Kafka may. */
    private void tell(String type, List<UUID> taskIds, Map<String, ?> changed) {
        Map<String, Object> payload = new HashMap<>(
                Map.of("id", file, "name", "Plan.pdf", "size", 10, "uploadedBy", sarah.id(), "taskIds", taskIds));
        payload.put("channelIds", List.of(Ids.next()));
        payload.put("contentType", "application/pdf");
        if (!changed.isEmpty()) {
            payload.put("changed", Map.of("taskIds", changed));
        }
        UUID event = Ids.next();
        try (TestEvents events = new TestEvents()) {
            for (int copy = 0; copy < 2; copy++) {
                events.send(event, Topic.CHANNELS, type, file.toString(), file.toString(), sarah.id(), null, payload);
            }
        }
    }

    private void awaitTypes(UUID id, String... types) {
        await().untilAsserted(() -> assertThat(outbox.types(id)).containsExactly(types));
    }

    @Test
    void tellsThoseWhoSeeTheTaskOfItsFiles() {
        tell("file.uploaded", List.of(task, Ids.next()), Map.of());
        awaitTypes(task, "task.created", "task.file_added");
        OutboxProbe.Row added = outbox.last(task, "task.file_added");

        GoldenEvents.assertMatches("task.file_added", added.payload());
        assertThat(added.payload().at("/file/name").asString()).isEqualTo("Plan.pdf");
        assertThat(added.payload().path("createdBy").asString())
                .isEqualTo(sarah.id().toString());
        assertThat(added.actorId()).isEqualTo(sarah.id());

        tell("file.deleted", List.of(task), Map.of());
        awaitTypes(task, "task.created", "task.file_added", "task.file_removed");
        GoldenEvents.assertMatches(
                "task.file_removed", outbox.last(task, "task.file_removed").payload());
        assertThat(api.get(sarah, "/tasks/" + task).version()).isZero();
    }

    @Test
    void keepsItInTheHistory() {
        tell("file.uploaded", List.of(task), Map.of());
        awaitTypes(task, "task.created", "task.file_added");

        Answer activity = api.get(sarah, "/tasks/" + task + "/activity");

        assertThat(activity.items("type")).containsExactly("task.file_added", "task.created");
        assertThat(activity.at("/items/0/changed/file/to").asString()).isEqualTo("Plan.pdf");
        assertThat(activity.at("/items/0/actorId").asString())
                .isEqualTo(sarah.id().toString());
    }

    @Test
    void followsAFileFromOneTaskToAnother() {
        UUID other = api.task(sarah).id();
        UUID kept = api.task(sarah).id();

        tell("file.updated", List.of(other, kept), Map.of("from", List.of(task, kept), "to", List.of(other, kept)));

        awaitTypes(task, "task.created", "task.file_removed");
        awaitTypes(other, "task.created", "task.file_added");
        awaitTypes(kept, "task.created");
    }

    @Test
    void passesOverTasksThatAreGone() {
        api.delete(sarah, "/tasks/" + task);
        UUID other = api.task(sarah).id();

        tell("file.uploaded", List.of(task, other), Map.of());

        awaitTypes(other, "task.created", "task.file_added");
        assertThat(outbox.types(task)).containsExactly("task.created", "task.deleted");
    }
}
