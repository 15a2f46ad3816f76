package com.ceoplatform.common.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.cache.Replica.Thing;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.infrastructure.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CacheIntegrationTests {

    private static RedisProcess redis;
    private static Replica first;
    private static Replica second;
    private static TestEvents events;

    private final UUID id = Ids.next();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile long version = 1;

    @BeforeAll
    static void start() throws InterruptedException {
        redis = RedisProcess.start();
        first = Replica.on(redis.port());
        second = Replica.on(redis.port());
        events = new TestEvents();
    }

    @AfterAll
    static void stop() {
        events.close();
        first.close();
        second.close();
        redis.stop();
    }

    @Test
    void asksTheProcessThenRedisThenTheSource() {
        double fromProcess = first.gets("process");
        double fromRedis = second.gets("redis");

        assertThat(text(first)).contains("version 1");
        assertThat(text(first)).contains("version 1");
        assertThat(text(second)).contains("version 1");

        assertThat(asked).hasValue(1);
        assertThat(first.gets("process")).isEqualTo(fromProcess + 1);
        assertThat(second.gets("redis")).isEqualTo(fromRedis + 1);
    }

    @Test
    void believesNothingOlderThanWhatAnEventTells() {
        text(first);
        text(second);
        version = 2;

        tell(2);

        await().untilAsserted(() -> {
            assertThat(text(first)).contains("version 2");
            assertThat(text(second)).contains("version 2");
        });
        assertThat(asked.get()).isBetween(2, 3);
        assertThat(first.count("platform.cache.invalidations", "cache", "things"))
                .isPositive();
    }

    @Test
    void handsOnButDoesNotRememberWhatIsOutdatedWhenItArrives() {
        tell(5);
        await().until(() -> first.things().isOutdated(id, 4));

        assertThat(text(first)).contains("version 1");
        assertThat(text(first)).contains("version 1");

        assertThat(asked).hasValue(2);
    }

    @Test
    void forgetsNothingForOlderEventsThatArriveAgain() {
        version = 7;
        text(first);
        tell(7);
        tell(3);
        await().until(() -> first.things().isOutdated(id, 6));

        text(first);

        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotRememberThatThereWasNothing() {
        assertThat(first.things().get(id, "", Optional::empty)).isEmpty();
        assertThat(text(first)).contains("version 1");
    }

    @Test
    void keepsPartsApart() {
        first.things().get(id, "a", () -> Optional.of(new Thing(id, "a", 1)));

        assertThat(first.things().get(id, "b", Optional::empty)).isEmpty();
    }

    @Test
    void loadsOnceForMany() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Optional<Thing>>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = 0; index < 50; index++) {
                all.add(threads.submit(() -> first.things().get(id, "", () -> {
                    loading.countDown();
                    join(goOn);
                    return thing();
                })));
            }
            loading.await();
            goOn.countDown();
        }
        for (Future<Optional<Thing>> one : all) {
            assertThat(one.get()).isPresent();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhenTheSourceFailed() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> first.things().get(id, "", () -> {
                            throw new IllegalStateException("broken");
                        })))
                .hasMessage("broken");
        assertThat(text(first)).contains("version 1");
    }

    @Test
    void goesOnWithoutRedisAndComesBackToIt() {
        text(first);
        redis.stop();

        assertThat(text(first)).contains("version 1");
        for (int index = 0; index < 5; index++) {
            UUID other = Ids.next();
            assertThat(second.things().get(other, "", () -> Optional.of(new Thing(other, "x", 1))))
                    .isPresent();
        }
        assertThat(second.count("platform.cache.redis.failures")).isPositive();
        version = 2;
        tell(2);
        await().untilAsserted(() -> assertThat(text(first)).contains("version 2"));

        redis.restart();

        await().untilAsserted(() -> {
            UUID other = Ids.next();
            first.things().get(other, "", () -> Optional.of(new Thing(other, "shared", 1)));
            assertThat(second.things().get(other, "", Optional::empty)).isPresent();
        });
    }

    private Optional<String> text(Replica replica) {
        return replica.things().get(id, "", this::thing).map(Thing::text);
    }

    private Optional<Thing> thing() {
        asked.incrementAndGet();
        return Optional.of(new Thing(id, "version " + version, version));
    }

    private void tell(long newVersion) {
        events.send(Topic.TASKS, "task.updated", id, Map.of("id", id, "version", newVersion));
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
