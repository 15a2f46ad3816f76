package com.ceoplatform.message.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MessageServiceTest
class SystemMessagesIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    private Someone owner;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        owner = organisation.staff("Olivia Owner");
        channel = organisation.channel("private", owner);
    }

    @Test
    void sayWhoCameAndWent() {
        Someone mike = organisation.staff("Mike Miller");
        organisation.tell("channel.member_added", channel, Map.of("userId", mike.id()));
        await().until(() -> messages().size() == 1);
        organisation.leave(channel, mike);

        await().untilAsserted(() -> assertThat(messages())
                .extracting(message -> message.path("type").asString())
                .containsExactly("member_removed", "member_added"));
        JsonNode added = messages().getLast();
        assertThat(added.path("content").asString()).isEqualTo("Mike Miller joined the channel.");
        assertThat(added.path("subjectIds")).singleElement().isEqualTo(added.path("senderId"));
        GoldenEvents.assertMatches(
                "message.posted",
                outbox.last(UUID.fromString(added.path("id").asString()), "message.posted")
                        .payload());
    }

    @Test
    void waitForNobodyAndAreNobodysToEdit() {
        organisation.tell("channel.member_added", channel, Map.of("userId", owner.id()));
        await().until(() -> messages().size() == 1);
        String path = "/messages/" + messages().getFirst().path("id").asString();

        assertThat(api.get(owner, "/unread").items("channelId")).isEmpty();
        assertThat(api.patch(owner, path, Map.of("content", "x")).status()).isEqualTo(403);
    }

    @Test
    void sayThatAChannelWasArchived() {
        organisation.archive(channel);

        await().untilAsserted(() -> assertThat(messages())
                .extracting(message -> message.path("type").asString())
                .containsExactly("channel_archived"));
    }

    @Test
    void keepConversationsQuiet() {
        UUID direct = organisation.channel("direct", "private", owner, organisation.staff());
        organisation.tell("channel.member_added", direct, Map.of("userId", owner.id()));
        organisation.tell("channel.member_added", channel, Map.of("userId", owner.id()));

        await().until(() -> messages().size() == 1);
        assertThat(api.get(owner, "/channels/" + direct + "/messages").items("id"))
                .isEmpty();
    }

    @Test
    void sayWhatACommandDidThereAndNothingElse() {
        UUID task = Ids.next();
        UUID elsewhere = organisation.channel("private", owner);
        Map<String, Object> create = action("a1", "channel.create", Map.of(), reference("channel", channel));
        Map<String, Object> first =
                action("a2", "task.create", Map.of("channel", reference("action", "a1")), reference("task", task));
        Map<String, Object> other = action(
                "a3", "task.create", Map.of("channel", reference("channel", elsewhere)), reference("task", Ids.next()));
        UUID command = Ids.next();
        Map<String, Object> payload =
                Map.of("id", command, "userId", owner.id(), "plan", Map.of("actions", List.of(create, first, other)));

        try (TestEvents events = new TestEvents()) {
            events.send(Topic.COMMANDS, "command.completed", command, payload);
        }

        await().until(() -> messages().size() == 1);
        JsonNode said = messages().getFirst();
        assertThat(said.path("type").asString()).isEqualTo("command_result");
        assertThat(said.path("content").asString()).isEqualTo("Olivia Owner created the task thing a2 by voice.");
        assertThat(said.path("taskIds")).singleElement().hasToString("\"" + task + "\"");
    }

    private static Map<String, Object> action(
            String id, String type, Map<String, ?> parameters, Map<String, ?> result) {
        Map<String, Object> labelled = new java.util.HashMap<>(result);
        labelled.put("label", "thing " + id);
        return Map.of("id", id, "type", type, "status", "done", "parameters", parameters, "result", labelled);
    }

    private static Map<String, Object> reference(String kind, Object id) {
        return Map.of("kind", kind, "id", id.toString());
    }

    private List<JsonNode> messages() {
        return api.get(owner, "/channels/" + channel + "/messages")
                .at("items")
                .valueStream()
                .toList();
    }
}
