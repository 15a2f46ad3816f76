package com.ceoplatform.message.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.ChannelServiceDouble;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@MessageServiceTest
class MessagePrivacyIntegrationTests {

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private ChannelServiceDouble channelService;

    @Test
    void hidesThePrivateOnEveryPath() {
        Someone owner = organisation.staff();
        UUID channel = organisation.channel("private", owner);
        UUID message = api.message(owner, channel, "The secret zanzibar plan");
        String path = "/messages/" + message;

        for (Someone stranger : List.of(organisation.staff(), organisation.manager("Sales"))) {
            assertHidden(api.get(stranger, path), "message");
            assertHidden(api.get(stranger, path + "/history"), "message");
            assertHidden(api.get(stranger, path + "/replies"), "message");
            assertHidden(api.patch(stranger, path, Map.of("content", "x")), "message");
            assertHidden(api.delete(stranger, path), "message");
            assertHidden(api.put(stranger, path + "/pin"), "message");
            assertHidden(api.delete(stranger, path + "/pin"), "message");
            assertHidden(api.put(stranger, path + "/reactions/x"), "message");
            assertHidden(api.delete(stranger, path + "/reactions/x"), "message");
            assertHidden(api.post(stranger, path + "/acknowledge", null), "message");
            String inChannel = "/channels/" + channel;
            assertHidden(api.get(stranger, inChannel + "/messages"), "channel");
            assertHidden(api.get(stranger, inChannel + "/messages/pinned"), "channel");
            assertHidden(api.post(stranger, inChannel + "/messages", Map.of("content", "x")), "channel");
            assertHidden(api.post(stranger, inChannel + "/read", Map.of()), "channel");
            assertHidden(api.get(stranger, "/messages/search?q=zanzibar&channelId=" + channel), "channel");
            assertThat(api.get(stranger, "/messages/search?q=zanzibar").items("id"))
                    .doesNotContain(message.toString());
            assertThat(api.get(stranger, "/unread").items("channelId")).isEmpty();
        }
        assertThat(api.get(organisation.ceo(), path).status()).isEqualTo(200);
    }

    @Test
    void letsEverybodyReadThePublicAndOnlyMembersWrite() {
        Someone owner = organisation.staff();
        UUID channel = channelService.newChannel("public", owner);
        UUID message = api.message(owner, channel, "Hello");
        Someone reader = organisation.staff();

        assertThat(api.get(reader, "/messages/" + message).status()).isEqualTo(200);
        assertThat(api.get(reader, "/channels/" + channel + "/messages").status())
                .isEqualTo(200);
        assertThat(api.post(reader, "/channels/" + channel + "/messages", Map.of("content", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(api.put(reader, "/messages/" + message + "/reactions/x").status())
                .isEqualTo(403);
        assertThat(api.put(reader, "/messages/" + message + "/pin").status()).isEqualTo(403);
    }

    @Test
    void closesTheRestrictedToNonMembers() {
        Someone owner = organisation.staff();
        UUID channel = channelService.newChannel("restricted", owner);
        UUID message = api.message(owner, channel, "Hello");
        Someone stranger = organisation.staff();

        assertThat(api.get(stranger, "/messages/" + message).status()).isEqualTo(403);
        assertThat(api.get(stranger, "/channels/" + channel + "/messages").status())
                .isEqualTo(403);
    }

    @Test
    void refusesAMemberOnceTheRemovalIsKnown() {
        Someone owner = organisation.staff();
        Someone member = organisation.staff();
        UUID channel = organisation.channel("private", owner, member);
        assertThat(api.get(member, "/channels/" + channel + "/messages").status())
                .isEqualTo(200);
        ObjectNode removed = (ObjectNode) GoldenEvents.read("channel.member_removed");
        removed.put("id", channel.toString());
        removed.put("userId", member.id().toString());

        try (TestEvents events = new TestEvents()) {
            events.send(Topic.CHANNELS, "channel.member_removed", channel, removed);
        }

        await().untilAsserted(() -> assertHidden(api.get(member, "/channels/" + channel + "/messages"), "channel"));
        assertHidden(api.post(member, "/channels/" + channel + "/messages", Map.of("content", "x")), "channel");
    }

    private static void assertHidden(Answer answer, String thing) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(thing + "_not_found");
    }
}
