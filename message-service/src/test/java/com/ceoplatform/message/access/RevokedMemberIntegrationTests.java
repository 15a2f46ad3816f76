package com.ceoplatform.message.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.RedisProcess;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.Organisation;
import com.ceoplatform.message.testing.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas that remember who may read and write what, over one Redis that may go away. */
class RevokedMemberIntegrationTests {

    private static final Duration BOUND = Duration.ofSeconds(1);

    private static RedisProcess redis;
    private static Replica first;
    private static Replica second;

    private final Organisation organisation = first.organisation();
    private final Someone owner = organisation.staff();
    private final Someone member = organisation.staff();
    private final UUID channel = organisation.channel("private", owner, member);
    private final UUID message = first.api().message(owner, channel, "For members");

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        first = Replica.on(redis);
        second = Replica.on(redis);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        redis.stop();
    }

    @Test
    void isRefusedEverywhereWithinASecond() {
        readEverywhere();
        assertThat(first.processHits() + second.processHits()).isPositive();

        organisation.tell("channel.member_removed", channel, Map.of("userId", member.id()));

        refusedEverywhere();
    }

    @Test
    void isRefusedAsQuicklyWhenRedisIsGone() {
        readEverywhere();
        redis.stop();
        readEverywhere();

        organisation.tell("channel.member_removed", channel, Map.of("userId", member.id()));

        refusedEverywhere();
        assertThat(first.api().message(owner, channel, "Still here")).isNotNull();
        redis.restart();
        readBy(owner, second.api());
    }

    private void readEverywhere() {
        for (Replica replica : List.of(first, second, first, second)) {
            readBy(member, replica.api());
        }
    }

    private void readBy(Someone reader, MessageApi api) {
        assertThat(api.get(reader, "/channels/" + channel + "/messages").status())
                .isEqualTo(200);
        assertThat(api.get(reader, "/messages/" + message).status()).isEqualTo(200);
    }

    private void refusedEverywhere() {
        for (Replica replica : List.of(first, second)) {
            MessageApi api = replica.api();
            List<Supplier<Integer>> ways = List.of(
                    () -> api.get(member, "/channels/" + channel + "/messages").status(),
                    () -> api.get(member, "/messages/" + message).status(),
                    () -> api.post(member, "/channels/" + channel + "/messages", Map.of("content", "x"))
                            .status(),
                    () -> api.put(member, "/messages/" + message + "/reactions/x")
                            .status());
            ways.forEach(way -> await().atMost(BOUND).until(() -> way.get() == 404));
        }
    }
}
