package com.ceoplatform.message.scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.RedisProcess;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.Organisation;
import com.ceoplatform.message.testing.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several replicas look for due messages, and some of them end before the time comes. */
class ScheduledInClusterIntegrationTests {

    private static final int MESSAGES = 20;

    @Test
    void areSentOnceByWhicheverReplicaIsThere() {
        RedisProcess redis = RedisProcess.start();
        try (Replica stays = Replica.on(redis)) {
            Organisation organisation = stays.organisation();
            Someone sender = organisation.staff();
            UUID channel = organisation.channel("private", sender);
            try (Replica ends = Replica.on(redis)) {
                Instant soon = Instant.now().plusSeconds(4);
                InParallel.run(MESSAGES, index -> schedule(ends.api(), sender, channel, "m" + index, soon));
            }

            List<String> expected =
                    IntStream.range(0, MESSAGES).mapToObj(index -> "m" + index).toList();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(contents(stays, sender, channel)).containsExactlyInAnyOrderElementsOf(expected));
            assertThat(stays.api().get(sender, "/scheduled-messages").items("id"))
                    .isEmpty();
        } finally {
            redis.stop();
        }
    }

    private static int schedule(MessageApi api, Someone sender, UUID channel, String content, Instant at) {
        return api.post(sender, "/scheduled-messages", Map.of("channelId", channel, "content", content, "sendAt", at))
                .status();
    }

    private static List<String> contents(Replica replica, Someone sender, UUID channel) {
        return replica.api()
                .get(sender, "/channels/" + channel + "/messages?limit=200")
                .items("content");
    }
}
