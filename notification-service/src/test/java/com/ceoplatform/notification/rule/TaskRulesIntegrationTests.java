package com.ceoplatform.notification.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class TaskRulesIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Happenings happenings;

    private final OutboxProbe outbox = new OutboxProbe();
    private final UUID task = Ids.next();
    private Someone ceo;
    private Someone sarah;

    @BeforeEach
    void people() {
        ceo = organisation.ceo();
        sarah = organisation.staff();
    }

    @Test
    void tellsAnAssigneeOfANewTask() {
        happenings.task("task.created", task, ceo, sarah, ceo).send();

        JsonNode told = theOnly(sarah);
        assertThat(told.path("kind").asString()).isEqualTo("task_assigned");
        assertThat(told.path("title").asString()).isEqualTo("Test Person assigned you a task");
        assertThat(told.path("body").asString()).isEqualTo("Write the content plan");
        assertThat(told.path("subject").path("kind").asString()).isEqualTo("task");
        assertThat(told.path("subject").path("id").asString()).isEqualTo(task.toString());
        assertThat(told.path("actorId").asString()).isEqualTo(ceo.id().toString());
        assertThat(api.notifications(ceo)).isEmpty();
    }

    @Test
    void announcesANotificationInTheOrderOfItsPerson() {
        happenings.task("task.assigned", task, ceo, sarah).send();

        JsonNode told = theOnly(sarah);
        OutboxProbe.Row event = outbox.last(told.path("id").asString(), "notification.created");
        GoldenEvents.assertMatches("notification.created", event.payload());
        assertThat(event.payload()).isEqualTo(told);
        assertThat(event.topic()).isEqualTo("notifications.events");
        assertThat(event.key()).isEqualTo(sarah.id().toString());
        assertThat(event.source()).isEqualTo("/notification-service");
        assertThat(event.actorId()).isEqualTo(ceo.id());
    }

    @Test
    void tellsOnlyThoseWhoAreNew() {
        Someone mike = organisation.staff();
        happenings.task("task.created", task, ceo, sarah).send();
        happenings
                .task("task.assigned", task, ceo, mike)
                .with("assigneeIds", new UUID[] {sarah.id(), mike.id()})
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("task_assigned"));
        assertThat(api.kinds(sarah)).containsExactly("task_assigned");
    }

    @Test
    void handlesARedeliveredEventOnce() {
        Happenings.Happening assigned = happenings.task("task.assigned", task, ceo, sarah);
        assigned.send();
        assigned.send();
        assigned.send();
        endOf(task);

        assertThat(api.kinds(sarah)).containsExactly("task_assigned");
    }

    @Test
    void tellsNobodyWhoMayNotSeeTheTask() {
        Someone member = organisation.staff();
        UUID channel = organisation.privateChannel(member);
        happenings
                .task("task.assigned", task, ceo, sarah, member)
                .with("channelId", channel)
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(member)).containsExactly("task_assigned"));
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @Test
    void tellsNobodyWhoHasLeft() {
        Someone former = organisation.former();
        happenings.task("task.assigned", task, ceo, former, sarah).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("task_assigned"));
        assertThat(api.notifications(former)).isEmpty();
    }

    @Test
    void takesItBackFromThoseWhoAreTakenOff() {
        Someone mike = organisation.staff();
        happenings.task("task.created", task, ceo, sarah, mike).send();
        String id = theOnly(sarah).path("id").asString();

        happenings.task("task.unassigned", task, ceo, sarah).send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
        assertThat(api.get(sarah, "/notifications/" + id).code()).isEqualTo("notification_not_found");
        GoldenEvents.assertMatches(
                "notification.withdrawn",
                outbox.last(id, "notification.withdrawn").payload());
        assertThat(api.kinds(mike)).containsExactly("task_assigned");
    }

    @Test
    void takesEverythingBackWhenTheTaskIsDeleted() {
        happenings.task("task.created", task, ceo, sarah).send();
        happenings.comment(task, ceo, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention", "task_assigned"));

        happenings.task("task.deleted", task, ceo).send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
    }

    @Test
    void remindsOfADeadlineUntilItIsMetOrMoved() {
        happenings.deadline("task.reminder_due", task, ceo, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("task_due"));

        happenings.deadline("task.overdue", task, ceo, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("task_overdue"));

        happenings
                .task("task.updated", task, ceo, sarah)
                .with("changed", Map.of("dueAt", Map.of("to", "2030-01-01T00:00:00Z")))
                .send();
        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
    }

    @Test
    void endsTheDeadlineOfWhatIsDone() {
        happenings.deadline("task.overdue", task, ceo, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("task_overdue"));

        happenings
                .task("task.status_changed", task, sarah, sarah)
                .with("createdBy", ceo.id())
                .send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
    }

    @Test
    void tellsWatchersAndTheCreatorOfTheStatus() {
        Someone watcher = organisation.staff();
        happenings
                .task("task.status_changed", task, sarah, sarah)
                .with("createdBy", ceo.id())
                .with("watcherIds", List.of(watcher.id(), sarah.id()))
                .send();

        JsonNode told = theOnly(watcher);
        assertThat(told.path("kind").asString()).isEqualTo("task_status");
        assertThat(told.path("title").asString()).isEqualTo("Test Person set a task to completed");
        assertThat(api.kinds(ceo)).containsExactly("task_status");
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @Test
    void tellsEverybodyOnATaskOfACommentAndTheMentionedOnce() {
        Someone mike = organisation.staff();
        Someone watcher = organisation.staff();
        happenings
                .comment(task, ceo, sarah)
                .with("assigneeIds", List.of(sarah.id(), mike.id()))
                .with("watcherIds", List.of(watcher.id()))
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(watcher)).containsExactly("task_comment"));
        assertThat(api.kinds(mike)).containsExactly("task_comment");
        assertThat(api.kinds(sarah)).containsExactly("mention");
        assertThat(api.notifications(ceo)).isEmpty();
    }

    private JsonNode theOnly(Someone person) {
        await().untilAsserted(() -> assertThat(api.notifications(person)).hasSize(1));
        return api.notifications(person).getFirst();
    }

    /** Waits until all that was sent about the task has been handled: another event with its key comes behind it. */
    private void endOf(UUID taskId) {
        Someone last = organisation.staff();
        happenings.comment(taskId, ceo, last).send();
        await().untilAsserted(() -> assertThat(api.kinds(last)).containsExactly("mention"));
    }
}
