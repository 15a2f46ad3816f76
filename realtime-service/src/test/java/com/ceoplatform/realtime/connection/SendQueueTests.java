package com.ceoplatform.realtime.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.realtime.connection.SendQueue.Offer;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.frame.PresenceStatus;
import com.ceoplatform.realtime.frame.ServerFrames;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SendQueueTests {

    private final ServerFrames frames = new ServerFrames(PlatformJson.mapper());
    private final Frame lasting = frames.pong();
    private final Frame ephemeral = frames.presence(Ids.next(), PresenceStatus.ONLINE);

    @Test
    void keepsTheOrder() {
        SendQueue queue = new SendQueue(10, 10_000);
        Frame other = frames.error("a", "b");
        queue.offer(lasting);
        queue.offer(ephemeral);
        queue.offer(other);

        assertThat(queue.poll()).isSameAs(lasting);
        assertThat(queue.poll()).isSameAs(ephemeral);
        assertThat(queue.poll()).isSameAs(other);
        assertThat(queue.poll()).isNull();
    }

    @Test
    void givesEphemeralFramesHalfOfTheRoom() {
        SendQueue queue = new SendQueue(4, 10_000);

        assertThat(queue.offer(ephemeral)).isEqualTo(Offer.TAKEN);
        assertThat(queue.offer(ephemeral)).isEqualTo(Offer.TAKEN);
        assertThat(queue.offer(ephemeral)).isEqualTo(Offer.DROPPED);
        assertThat(queue.offer(lasting)).isEqualTo(Offer.TAKEN);
    }

    @Test
    void dropsEphemeralFramesBeforeItOverflows() {
        SendQueue queue = new SendQueue(4, 10_000);
        queue.offer(ephemeral);
        queue.offer(ephemeral);
        queue.offer(lasting);
        queue.offer(lasting);

        assertThat(queue.offer(lasting)).isEqualTo(Offer.TAKEN);
        assertThat(queue.offer(lasting)).isEqualTo(Offer.TAKEN);
        assertThat(queue.offer(lasting)).isEqualTo(Offer.OVERFLOW);
        assertThat(queue.poll()).isSameAs(lasting);
    }

    @Test
    void isBoundedByBytesButTakesOneFrameOfAnySize() {
        SendQueue queue = new SendQueue(100, 50);
        Frame large = frames.error("large", "x".repeat(100));

        assertThat(queue.offer(large)).isEqualTo(Offer.TAKEN);
        assertThat(queue.offer(lasting)).isEqualTo(Offer.OVERFLOW);
        queue.poll();
        assertThat(queue.offer(lasting)).isEqualTo(Offer.TAKEN);
    }

    @Test
    void letsAReplayWaitForRoomAndEndsTheWaitWithTheConnection() throws Exception {
        SendQueue queue = new SendQueue(2, 10_000);
        queue.offer(lasting);
        assertThat(queue.awaitRoom(Duration.ofMinutes(1))).isTrue();
        queue.offer(lasting);
        CompletableFuture<Boolean> room = waiting(queue);
        queue.poll();
        assertThat(room.join()).isTrue();
        queue.offer(lasting);
        CompletableFuture<Boolean> never = waiting(queue);
        queue.close();

        assertThat(never.join()).isFalse();
        assertThat(queue.offer(lasting)).isEqualTo(Offer.DROPPED);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void givesUpOnAClientThatStandsStill() throws Exception {
        SendQueue queue = new SendQueue(2, 10_000);
        queue.offer(lasting);
        queue.offer(lasting);

        assertThat(queue.awaitRoom(Duration.ofMillis(1))).isFalse();
    }

    private static CompletableFuture<Boolean> waiting(SendQueue queue) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return queue.awaitRoom(Duration.ofMinutes(1));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }
}
