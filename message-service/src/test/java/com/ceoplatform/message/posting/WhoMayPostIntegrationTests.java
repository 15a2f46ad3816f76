package com.ceoplatform.message.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.ChannelServiceDouble;
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
class WhoMayPostIntegrationTests {

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
    void writesToPeopleInOneConversation() {
        Map<String, Object> body = Map.of("userIds", List.of(reader.id()), "content", "Hi");

        Answer first = api.post(sender, "/messages/direct", body);
        Answer second = api.post(sender, "/messages/direct", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text("channelId")).isEqualTo(first.text("channelId"));
        assertThat(api.get(reader, "/channels/" + first.text("channelId") + "/messages")
                        .items("content"))
                .containsExactly("Hi", "Hi");
        assertThat(api.get(organisation.ceo(), "/channels/" + first.text("channelId") + "/messages")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysWhomItCannotWriteTo() {
        Answer answer = api.post(
                sender, "/messages/direct", Map.of("userIds", List.of(channelService.stranger()), "content", "Hi"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.texts("errors", "field")).containsExactly("userIds[0]");
        assertThat(api.post(sender, "/messages/direct", Map.of("userIds", List.of(), "content", "Hi"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void keepsArchivedAndAnnouncementChannelsQuiet() {
        UUID news = organisation.channel("announcement", "public", sender, reader);
        UUID old = organisation.channel("project", "public", sender);
        organisation.archive(old);

        assertThat(api.post(reader, "/channels/" + news + "/messages", Map.of("content", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(sender, "/channels/" + news + "/messages", Map.of("content", "x"))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(organisation.ceo(), "/channels/" + news + "/messages", Map.of("content", "x"))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(sender, "/channels/" + old + "/messages", Map.of("content", "x"))
                        .code())
                .isEqualTo("channel_archived");
    }

    @Test
    void letsTheCeoWriteEverywhereButInOthersConversations() {
        Someone ceo = organisation.person(Role.CEO, null, "Chief");
        UUID direct = organisation.channel("direct", "private", sender, reader);

        assertThat(api.post(ceo, "/channels/" + channel + "/messages", Map.of("content", "x"))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(ceo, "/channels/" + direct + "/messages", Map.of("content", "x"))
                        .code())
                .isEqualTo("channel_not_found");
    }
}
