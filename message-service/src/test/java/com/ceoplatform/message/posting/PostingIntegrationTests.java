package com.ceoplatform.message.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.ChannelServiceDouble;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@MessageServiceTest
class PostingIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private ChannelServiceDouble channelService;

    private Someone sender;
    private Someone reader;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        sender = organisation.staff();
        reader = organisation.staff();
        channel = organisation.channel("private", sender, reader);
    }

    @Test
    void postsAndTellsOfIt() {
        Answer answer = post(Map.of("content", "Hello", "priority", "urgent", "clientMessageId", "c1"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/messages/" + answer.id());
        assertThat(answer.text("priority")).isEqualTo("urgent");
        assertThat(answer.text("senderId")).isEqualTo(sender.id().toString());
        assertThat(answer.body().path("sequence").asLong()).isEqualTo(1);
        OutboxProbe.Row event = outbox.last(answer.id(), "message.posted");
        assertThat(event.topic()).isEqualTo("messages.events");
        assertThat(event.key()).isEqualTo(channel.toString());
        assertThat(event.actorId()).isEqualTo(sender.id());
        ObjectNode told = (ObjectNode) event.payload().deepCopy();
        assertThat(told.remove("followerIds")).isEmpty();
        assertThat(told).isEqualTo(answer.body());
        GoldenEvents.assertMatches("message.posted", event.payload());
        assertThat(api.get(reader, "/messages/" + answer.id()).body()).isEqualTo(answer.body());
    }

    @Test
    void hasMediumPriorityWhenNothingIsSaid() {
        assertThat(post(Map.of("content", "Hello")).text("priority")).isEqualTo("medium");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🚀 👩‍👩‍👧‍👦",
                "مرحبا \u202egnp.exe",
                "Robert'); DROP TABLE message;--",
                "<script>alert(1)</script> **bold**",
                "  spaces \n\n and lines\t ",
            })
    void keepsTextAsWritten(String text) {
        Answer posted = post(Map.of("content", text));

        assertThat(posted.text("content")).isEqualTo(text);
        assertThat(api.get(reader, "/messages/" + posted.id()).text("content")).isEqualTo(text);
        assertThat(outbox.last(posted.id(), "message.posted")
                        .payload()
                        .path("content")
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void takesTheLongestTextAndNoLonger() {
        assertThat(post(Map.of("content", "🚀".repeat(10_000))).status()).isEqualTo(201);
        Answer tooLong = post(Map.of("content", "🚀".repeat(10_001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.texts("errors", "field")).containsExactly("content");
    }

    @Test
    void carriesEachSendersCommandAndTrace() {
        UUID command = Ids.next();

        Answer answer = api.post(
                sender,
                "/channels/" + channel + "/messages",
                Map.of("content", "Hello"),
                "X-Command-Id",
                command.toString(),
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        OutboxProbe.Row event = outbox.last(answer.id(), "message.posted");
        assertThat(event.correlationId()).isEqualTo(command);
        assertThat(event.traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void repliesInThreads() {
        UUID root = api.message(sender, channel, "Root");
        Answer reply = post(Map.of("content", "Reply", "replyTo", root));
        Answer second = post(Map.of("content", "To the reply", "replyTo", reply.id()));

        assertThat(reply.text("threadRootId")).isEqualTo(root.toString());
        assertThat(second.text("threadRootId")).isEqualTo(root.toString());
        assertThat(second.text("replyTo")).isEqualTo(reply.id().toString());
        assertThat(api.get(reader, "/messages/" + root)
                        .body()
                        .path("replyCount")
                        .asInt())
                .isEqualTo(2);
        Answer page = api.get(reader, "/messages/" + root + "/replies?limit=1");
        assertThat(page.items("content")).containsExactly("Reply");
        assertThat(api.get(reader, "/messages/" + root + "/replies?limit=1&cursor=" + page.text("nextCursor"))
                        .items("content"))
                .containsExactly("To the reply");
    }

    @Test
    void repliesOnlyToWhatIsThere() {
        UUID elsewhere = api.message(sender, organisation.channel("private", sender), "Elsewhere");
        UUID gone = api.message(sender, channel, "Gone");
        api.delete(sender, "/messages/" + gone);

        assertThat(post(Map.of("content", "x", "replyTo", elsewhere)).texts("errors", "field"))
                .containsExactly("replyTo");
        assertThat(post(Map.of("content", "x", "replyTo", Ids.next())).status()).isEqualTo(422);
        assertThat(post(Map.of("content", "x", "replyTo", gone)).code()).isEqualTo("message_deleted");
    }

    @Test
    void writesInAChannelThatNoEventHasToldOfYet() {
        UUID fresh = channelService.newChannel("private", sender, reader);

        Answer answer = api.post(sender, "/channels/" + fresh + "/messages", Map.of("content", "Hello @channel"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.texts("mentionedUserIds", ""))
                .containsExactly(reader.id().toString());
        assertThat(api.post(organisation.staff(), "/channels/" + fresh + "/messages", Map.of("content", "x"))
                        .code())
                .isEqualTo("channel_not_found");
    }

    @Test
    void mentionsThePeopleWhoAreMeant() {
        Someone sarah = organisation.staff("Sarah Chen");
        organisation.staff("Sarah Miller");
        organisation.join(channel, sarah, "member");

        Map<String, Object> body = new HashMap<>();
        body.put("content", "@Sarah and @sarah miller, mail a@b.com; @channel?");

        await().untilAsserted(() -> assertThat(post(Map.of("content", "@Sarah and @sarah miller, mail a@b.com"))
                        .texts("mentionedUserIds", ""))
                .containsExactly(sarah.id().toString()));
        assertThat(post(body).texts("mentionedUserIds", ""))
                .containsExactlyInAnyOrder(sarah.id().toString(), reader.id().toString());
    }

    private Answer post(Map<String, ?> body) {
        return api.post(sender, "/channels/" + channel + "/messages", body);
    }
}
