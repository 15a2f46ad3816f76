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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class MessageRulesIntegrationTests {

    private static final String HOSTILE = "'; DROP TABLE notification; -- <b>שלום</b> 🚀";

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Happenings happenings;

    private Someone sender;
    private Someone sarah;
    private Someone mike;
    private UUID channel;

    @BeforeEach
    void people() {
        sender = organisation.staff();
        sarah = organisation.staff();
        mike = organisation.staff();
        channel = organisation.privateChannel(sender, sarah, mike);
    }

    @Test
    void tellsWhoIsMentionedVerbatim() {
        happenings.message(channel, sender, sarah).with("content", HOSTILE).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
        JsonNode told = api.notifications(sarah).getFirst();
        assertThat(told.path("title").asString()).isEqualTo("Test Person mentioned you in Spring Launch");
        assertThat(told.path("body").asString()).isEqualTo(HOSTILE);
        assertThat(told.path("subject").path("kind").asString()).isEqualTo("message");
        assertThat(told.path("subject").path("label").asString()).isEqualTo("Spring Launch");
        assertThat(api.notifications(mike)).isEmpty();
    }

    @Test
    void tellsNobodyOutsideAPrivateChannel() {
        Someone outsider = organisation.staff();
        happenings.message(channel, sender, outsider, sarah).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
        assertThat(api.notifications(outsider)).isEmpty();
    }

    @Test
    void tellsWhoIsMentionedInAPublicChannel() {
        Someone outsider = organisation.staff();
        happenings.message(organisation.publicChannel(sender), sender, outsider).send();

        await().untilAsserted(() -> assertThat(api.kinds(outsider)).containsExactly("mention"));
    }

    @Test
    void tellsAllMembersOfAnUrgentMessageOnce() {
        happenings.message(channel, sender, sarah).with("priority", "critical").send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("urgent_message"));
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("urgent_message"));
        assertThat(api.notifications(mike).getFirst().path("title").asString())
                .isEqualTo("Critical message from Test Person in Spring Launch");
        assertThat(api.notifications(sender)).isEmpty();
    }

    @Test
    void tellsWhoIsMentionedInAnUrgentMessageAlthoughTheyAreNoMember() {
        Someone outsider = organisation.staff();
        Someone late = organisation.staff();
        UUID open = organisation.publicChannel(sender, sarah);
        UUID message = happenings
                .message(open, sender, sarah, outsider)
                .with("priority", "urgent")
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(outsider)).containsExactly("mention"));
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("urgent_message"));

        happenings
                .edited(message, open, sender)
                .with("priority", "urgent")
                .with("mentionedUserIds", List.of(sarah.id(), outsider.id(), late.id()))
                .with("newlyMentionedUserIds", List.of(late.id()))
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(late)).containsExactly("mention"));
        assertThat(api.kinds(sarah)).containsExactly("urgent_message");
    }

    @Test
    void tellsTheOthersOfADirectMessage() {
        UUID direct = organisation.direct(sender, sarah);
        happenings.message(direct, sender).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("direct_message"));
        assertThat(api.notifications(sarah).getFirst().path("title").asString()).isEqualTo("Message from Test Person");
        assertThat(api.notifications(sender)).isEmpty();
    }

    /** What the platform itself says is no news: whom it concerns is told of the thing itself. */
    @ParameterizedTest
    @ValueSource(strings = {"command_result", "member_added", "channel_archived"})
    void tellsNobodyOfWhatThePlatformItselfSays(String type) {
        UUID direct = organisation.direct(sender, sarah);
        happenings.message(direct, sender).with("type", type).send();
        UUID written = happenings.message(direct, sender).send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah))
                .extracting(told -> told.path("subject").path("id").asString())
                .containsExactly(written.toString()));
    }

    @Test
    void tellsWhoFollowsAThreadOfAReplyAndWhoIsMentionedThatTheyAre() {
        Someone outsider = organisation.staff();
        happenings
                .message(channel, sender, sarah)
                .with("followerIds", List.of(sender.id(), sarah.id(), mike.id(), outsider.id()))
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("thread_reply"));
        assertThat(api.notifications(mike).getFirst().path("title").asString())
                .isEqualTo("Test Person replied in a thread in Spring Launch");
        assertThat(api.kinds(sarah)).containsExactly("mention");
        assertThat(api.notifications(sender)).isEmpty();
        assertThat(api.notifications(outsider)).isEmpty();
    }

    @Test
    void tellsTheSenderOfAScheduledMessageThatItWasNotSentAndWhyEvenOfAMutedChannel() {
        api.put(sender, "/notifications/preferences", Map.of("kinds", List.of(), "mutedChannelIds", List.of(channel)));
        happenings.unsent(channel, sender).send();

        await().untilAsserted(() -> assertThat(api.kinds(sender)).containsExactly("message_not_sent"));
        JsonNode told = api.notifications(sender).getFirst();
        assertThat(told.path("title").asString())
                .isEqualTo("Your scheduled message was not sent: the channel is archived");
        assertThat(told.path("body").asString()).startsWith("Good morning!");
        assertThat(told.path("subject").path("kind").asString()).isEqualTo("scheduled_message");
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, you no longer see the channel",
        "forbidden, you may not write in the channel",
        "message_deleted, what it answers was deleted",
        "something_new, it was refused",
    })
    void saysInWordsWhyAScheduledMessageWasNotSent(String code, String reason) {
        happenings.unsent(channel, sender).with("failureCode", code).send();

        await().untilAsserted(() -> assertThat(api.notifications(sender)).hasSize(1));
        assertThat(api.notifications(sender).getFirst().path("title").asString())
                .isEqualTo("Your scheduled message was not sent: " + reason);
    }

    @Test
    void keepsTheCeoOutOfDirectConversationsOfOthers() {
        Someone ceo = organisation.ceo();
        UUID direct = organisation.direct(sender, sarah);
        happenings.message(direct, sender, ceo).send();
        happenings.message(channel, sender, ceo).send();

        await().untilAsserted(() -> assertThat(api.kinds(ceo)).containsExactly("mention"));
    }

    @Test
    void waitsForAChannelThatIsNewerThanItsFirstMessage() {
        UUID coming = Ids.next();
        happenings.message(coming, sender, sarah).send();
        happenings.channel("channel.created", coming, sender, sender, sarah).send();

        await().untilAsserted(
                        () -> assertThat(api.kinds(sarah)).containsExactlyInAnyOrder("mention", "channel_invitation"));
    }

    @Test
    void saysWhatAnEditedMessageSaysNow() {
        UUID message = happenings.message(channel, sender, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
        String path = "/notifications/"
                + api.notifications(sarah).getFirst().path("id").asString();
        api.post(sarah, path + "/read", null);

        happenings.edited(message, channel, sender).with("content", "On Monday").send();

        await().untilAsserted(
                        () -> assertThat(api.get(sarah, path).text("body")).isEqualTo("On Monday"));
        assertThat(api.get(sarah, path).body().path("read").asBoolean()).isTrue();
    }

    @Test
    void tellsWhoIsMentionedOnlyByAnEdit() {
        UUID message = happenings.message(channel, sender, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));

        happenings
                .edited(message, channel, sender)
                .with("mentionedUserIds", List.of(sarah.id(), mike.id()))
                .with("newlyMentionedUserIds", List.of(mike.id()))
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("mention"));
        assertThat(api.kinds(sarah)).containsExactly("mention");
    }

    @Test
    void forgetsWhatADeletedMessageSaid() {
        UUID message = happenings.message(channel, sender, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
        String id = api.notifications(sarah).getFirst().path("id").asString();

        happenings.deleted(message, channel, sender).send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
        JsonNode withdrawn =
                new OutboxProbe().last(id, "notification.withdrawn").payload();
        assertThat(withdrawn.path("body").asString()).isEmpty();
        assertThat(withdrawn.path("items").path(0).path("body").asString()).isEmpty();
    }
}
