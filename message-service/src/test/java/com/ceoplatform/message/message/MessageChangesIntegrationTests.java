package com.ceoplatform.message.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
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

@MessageServiceTest
class MessageChangesIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    private Someone owner;
    private Someone member;
    private UUID channel;
    private UUID message;

    @BeforeEach
    void newMessage() {
        owner = organisation.staff();
        member = organisation.staff();
        channel = organisation.channel("private", owner, member);
        message = api.message(member, channel, "First");
    }

    @Test
    void keepsWhatAnEditedMessageSaidBefore() {
        Answer edited = api.patch(member, path(), Map.of("content", "Second"), "If-Match", "\"0\"");
        api.patch(member, path(), Map.of("content", "Third"));

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(edited.body().path("editedAt").isNull()).isFalse();
        assertThat(api.get(owner, path() + "/history").items("content")).containsExactly("First", "Second");
        OutboxProbe.Row event = outbox.last(message, "message.edited");
        assertThat(event.payload().at("/changed/content/from").asString()).isEqualTo("Second");
        GoldenEvents.assertMatches("message.edited", event.payload());
    }

    @Test
    void saysNothingWhenAnEditChangesNothing() {
        assertThat(api.patch(member, path(), Map.of("content", "First"))
                        .body()
                        .path("version")
                        .asInt())
                .isZero();
        assertThat(outbox.types(message)).containsExactly("message.posted");
    }

    @Test
    void refusesEditsOfOthersAndOfOldVersions() {
        assertThat(api.patch(owner, path(), Map.of("content", "x")).status()).isEqualTo(403);
        assertThat(api.patch(member, path(), Map.of("content", " ")).status()).isEqualTo(422);
        api.patch(member, path(), Map.of("content", "Second"));
        assertThat(api.patch(member, path(), Map.of("content", "x"), "If-Match", "\"0\"")
                        .code())
                .isEqualTo("stale_version");
    }

    @Test
    void leavesNothingOfADeletedMessageButItsPlace() {
        UUID reply = api.post(
                        owner, "/channels/" + channel + "/messages", Map.of("content", "Reply", "replyTo", message))
                .id();
        api.patch(member, path(), Map.of("content", "Second"));

        assertThat(api.delete(member, path()).status()).isEqualTo(204);
        assertThat(api.delete(owner, "/messages/" + reply).status()).isEqualTo(204);

        Answer gone = api.get(owner, path());
        assertThat(gone.text("content")).isEmpty();
        assertThat(gone.body().path("deletedAt").isNull()).isFalse();
        assertThat(gone.body().path("replyCount").asInt()).isZero();
        assertThat(api.get(owner, path() + "/history").items("content")).isEmpty();
        assertThat(api.get(owner, "/channels/" + channel + "/messages").items("content"))
                .containsExactly("", "");
        GoldenEvents.assertMatches(
                "message.deleted", outbox.last(message, "message.deleted").payload());
        assertThat(api.delete(member, path()).code()).isEqualTo("message_deleted");
        assertThat(api.patch(member, path(), Map.of("content", "x")).code()).isEqualTo("message_deleted");
        assertThat(api.put(member, path() + "/pin").code()).isEqualTo("message_deleted");
        assertThat(api.put(member, path() + "/reactions/x").code()).isEqualTo("message_deleted");
    }

    @Test
    void letsModeratorsAndTheCeoDeleteAndOthersNot() {
        UUID byOwner = api.message(owner, channel, "x");
        UUID another = api.message(member, channel, "y");
        UUID direct = organisation.channel("direct", "private", owner, member);
        UUID inDirect = api.message(member, direct, "z");

        assertThat(api.delete(member, "/messages/" + byOwner).status()).isEqualTo(403);
        assertThat(api.delete(owner, path()).status()).isEqualTo(204);
        assertThat(api.delete(organisation.ceo(), "/messages/" + another).status())
                .isEqualTo(204);
        assertThat(api.delete(owner, "/messages/" + inDirect).status()).isEqualTo(403);
        assertThat(api.delete(organisation.ceo(), "/messages/" + inDirect).status())
                .isEqualTo(404);
    }

    @Test
    void pinsOnceAndUnpinsOnce() {
        assertThat(api.put(member, path() + "/pin").body().path("pinned").asBoolean())
                .isTrue();
        api.put(owner, path() + "/pin");
        assertThat(api.get(owner, "/channels/" + channel + "/messages/pinned").items("id"))
                .containsExactly(message.toString());
        api.delete(owner, path() + "/pin");
        api.delete(owner, path() + "/pin");

        assertThat(api.get(owner, "/channels/" + channel + "/messages/pinned").items("id"))
                .isEmpty();
        assertThat(outbox.types(message)).containsExactly("message.posted", "message.pinned", "message.unpinned");
        GoldenEvents.assertMatches(
                "message.pinned", outbox.last(message, "message.pinned").payload());
        GoldenEvents.assertMatches(
                "message.unpinned", outbox.last(message, "message.unpinned").payload());
    }

    @Test
    void takesEachReactionOnce() {
        String reaction = path() + "/reactions/%F0%9F%91%8D";
        List<Answer> answers = InParallel.run(12, index -> api.put(index % 2 == 0 ? owner : member, reaction));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        Answer read = api.get(owner, path());
        assertThat(read.texts("reactions", "emoji")).containsExactly("👍");
        assertThat(read.body().at("/reactions/0/userIds").size()).isEqualTo(2);
        assertThat(read.body().path("version").asInt()).isEqualTo(2);

        assertThat(api.delete(owner, reaction).status()).isEqualTo(204);
        api.delete(owner, reaction);
        assertThat(outbox.types(message))
                .containsExactly(
                        "message.posted",
                        "message.reaction_added",
                        "message.reaction_added",
                        "message.reaction_removed");
        GoldenEvents.assertMatches(
                "message.reaction_added",
                outbox.last(message, "message.reaction_added").payload());
        GoldenEvents.assertMatches(
                "message.reaction_removed",
                outbox.last(message, "message.reaction_removed").payload());
        assertThat(api.put(owner, path() + "/reactions/" + "x".repeat(33)).code())
                .isEqualTo("invalid_parameter");
    }

    @Test
    void remembersWhoAcknowledged() {
        api.post(owner, path() + "/acknowledge", null);
        Answer again = api.post(owner, path() + "/acknowledge", null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.texts("acknowledgedBy", "")).containsExactly(owner.id().toString());
        assertThat(outbox.types(message)).containsExactly("message.posted", "message.acknowledged");
        GoldenEvents.assertMatches(
                "message.acknowledged",
                outbox.last(message, "message.acknowledged").payload());
    }

    @Test
    void changesNothingInAnArchivedChannel() {
        organisation.archive(channel);

        await().untilAsserted(() -> assertThat(
                        api.patch(member, path(), Map.of("content", "x")).code())
                .isEqualTo("channel_archived"));
        assertThat(api.delete(member, path()).code()).isEqualTo("channel_archived");
        assertThat(api.put(member, path() + "/pin").code()).isEqualTo("channel_archived");
        assertThat(api.put(member, path() + "/reactions/x").code()).isEqualTo("channel_archived");
        assertThat(api.post(member, path() + "/acknowledge", null).code()).isEqualTo("channel_archived");
        assertThat(api.get(member, path()).status()).isEqualTo(200);
    }

    private String path() {
        return "/messages/" + message;
    }
}
