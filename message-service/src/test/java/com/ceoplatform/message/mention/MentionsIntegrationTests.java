package com.ceoplatform.message.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.event.OutboxProbe;
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
class MentionsIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    private Someone sender;
    private Someone ada;
    private Someone ben;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        sender = organisation.staff();
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        ada = organisation.staff("Ada" + suffix);
        ben = organisation.staff("Ben" + suffix);
        channel = organisation.channel("private", sender, ada, ben);
    }

    @Test
    void tellOnceOfEachPersonWhomEditsMention() {
        UUID message = known("@" + ada.id());

        assertThat(edit(message, "@" + ben.id() + " and others")).containsExactly(id(ben));
        assertThat(edit(message, "@" + ada.id() + " again")).isEmpty();
        assertThat(edit(message, "@" + ada.id() + " @" + ben.id() + " both")).isEmpty();

        JsonNode changed = outbox.last(message, "message.edited").payload().at("/changed/mentionedUserIds");
        assertThat(changed.path("from")).hasSize(1);
        assertThat(changed.path("to")).hasSize(2);
    }

    @Test
    void areCountedAsTheMessageIsNow() {
        UUID message = known("@" + ada.id());
        assertThat(mentionsOf(ada)).isEqualTo(1);

        edit(message, "nobody any more");
        assertThat(mentionsOf(ada)).isZero();

        edit(message, "@" + ada.id() + " after all");
        assertThat(mentionsOf(ada)).isEqualTo(1);

        api.delete(sender, "/messages/" + message);
        assertThat(api.get(ada, "/unread").items("channelId")).isEmpty();
    }

    /** The address of a person of a test begins with their id; a new name takes a moment to be understood. */
    private UUID known(String content) {
        await().until(() -> !api.post(sender, "/channels/" + channel + "/messages", Map.of("content", content))
                .texts("mentionedUserIds", "")
                .isEmpty());
        api.post(ada, "/channels/" + channel + "/read", Map.of());
        api.post(ben, "/channels/" + channel + "/read", Map.of());
        return api.message(sender, channel, content);
    }

    private List<String> edit(UUID message, String content) {
        assertThat(api.patch(sender, "/messages/" + message, Map.of("content", content))
                        .status())
                .isEqualTo(200);
        return outbox.last(message, "message.edited")
                .payload()
                .path("newlyMentionedUserIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private int mentionsOf(Someone somebody) {
        return api.get(somebody, "/unread").at("/items/0/mentionCount").asInt();
    }

    private static String id(Someone somebody) {
        return somebody.id().toString();
    }
}
