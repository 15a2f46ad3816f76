package com.ceoplatform.channel.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Someone;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class ChannelActivityIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Test
    void notesMessagesWithoutChangingTheChannel() {
        Someone owner = organisation.staff();
        UUID quiet = api.channel(owner, "private");
        UUID lively = api.channel(owner, "private");

        try (TestEvents events = new TestEvents()) {
            post(events, "message.edited", quiet);
            post(events, "message.posted", lively);
        }

        await().untilAsserted(() -> assertThat(lastActivity(owner, lively)).isAfter(createdAt(owner, lively)));
        assertThat(lastActivity(owner, quiet)).isEqualTo(createdAt(owner, quiet));
        assertThat(api.get(owner, "/channels/" + lively).body().path("version").asInt())
                .isZero();
        api.patch(owner, "/channels/" + lively, Map.of("name", "Changed"));
        assertThat(lastActivity(owner, lively)).isAfter(createdAt(owner, lively));
    }

    private static void post(TestEvents events, String type, UUID channelId) {
        UUID messageId = Ids.next();
        events.send(
                Ids.next(),
                Topic.MESSAGES,
                type,
                channelId.toString(),
                messageId.toString(),
                null,
                null,
                GoldenEvents.read(type));
    }

    private Instant lastActivity(Someone caller, UUID channelId) {
        return Instant.parse(api.get(caller, "/channels/" + channelId).text("lastActivityAt"));
    }

    private Instant createdAt(Someone caller, UUID channelId) {
        return Instant.parse(api.get(caller, "/channels/" + channelId).text("createdAt"));
    }
}
