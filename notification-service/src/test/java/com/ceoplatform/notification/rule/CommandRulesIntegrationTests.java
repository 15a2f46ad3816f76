package com.ceoplatform.notification.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class CommandRulesIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Happenings happenings;

    private final OutboxProbe outbox = new OutboxProbe();
    private final UUID command = Ids.next();
    private final UUID channel = Ids.next();
    private final UUID task = Ids.next();
    private Someone ceo;
    private Someone sarah;

    @BeforeEach
    void people() {
        ceo = organisation.ceo();
        sarah = organisation.staff();
    }

    @Test
    void tellsEachPersonOncePerCommand() {
        Someone mike = organisation.staff();
        happenings
                .channel("channel.created", channel, ceo, ceo, sarah, mike)
                .by(command)
                .send();
        happenings
                .task("task.created", task, ceo, sarah)
                .by(command)
                .with("channelId", channel)
                .send();
        for (int more = 0; more < 4; more++) {
            happenings.task("task.created", Ids.next(), ceo, sarah).by(command).send();
        }

        await().untilAsserted(() -> assertThat(items(sarah)).hasSize(6));
        JsonNode told = api.notifications(sarah).getFirst();
        assertThat(api.kinds(sarah)).containsExactly("task_assigned");
        assertThat(told.path("commandId").asString()).isEqualTo(command.toString());
        assertThat(told.path("body").asString()).contains("added you to a channel: Spring Launch 🚀");
        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("channel_invitation"));
        List<OutboxProbe.Row> events = outbox.about(told.path("id").asString());
        assertThat(events).hasSize(6).allMatch(event -> command.equals(event.correlationId()));
        assertThat(events.getLast().payload()).isEqualTo(told);
    }

    @Test
    void takesBackWhatAnUndoneCommandTold() {
        happenings
                .channel("channel.created", channel, ceo, ceo, sarah)
                .by(command)
                .send();
        happenings.task("task.created", task, ceo, sarah).by(command).send();
        await().untilAsserted(() -> assertThat(items(sarah)).hasSize(2));
        String id = api.notifications(sarah).getFirst().path("id").asString();

        happenings
                .command("command.undone", command, ceo, "undone", channel, "undone", task)
                .send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
        assertThat(outbox.types(id))
                .containsExactly("notification.created", "notification.created", "notification.withdrawn");
    }

    @Test
    void leavesWhatStandsOfACommand() {
        happenings
                .channel("channel.created", channel, ceo, ceo, sarah)
                .by(command)
                .send();
        happenings.task("task.created", task, ceo, sarah).by(command).send();
        await().untilAsserted(() -> assertThat(items(sarah)).hasSize(2));

        happenings
                .command("command.undone", command, ceo, "done", channel, "undone", task)
                .send();

        await().untilAsserted(() -> assertThat(items(sarah)).hasSize(1));
        assertThat(api.kinds(sarah)).containsExactly("channel_invitation");
    }

    @Test
    void staysSilentOfWhatArrivesAfterTheCommandWasRolledBack() {
        UUID later = Ids.next();
        happenings.task("task.created", task, ceo, sarah).by(command).send();
        await().untilAsserted(() -> assertThat(items(sarah)).hasSize(1));
        happenings
                .command("command.rolled_back", command, ceo, "rolled_back", task)
                .send();
        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());

        happenings.task("task.created", later, ceo, sarah).by(command).send();
        happenings.comment(later, ceo, sarah).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
    }

    private List<JsonNode> items(Someone person) {
        return api.notifications(person).stream()
                .flatMap(notification -> notification.path("items").valueStream())
                .toList();
    }
}
