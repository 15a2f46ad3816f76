package com.ceoplatform.realtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.realtime.audience.Addressed;
import com.ceoplatform.realtime.audience.Audience;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.frame.ServerFrames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowTests {

    private static final Frame FRAME = new ServerFrames(PlatformJson.mapper()).pong();
    private static final Addressed NOBODY =
            new Addressed(new Audience(Set.of(), Set.of(), Set.of(), null), null, List.of(), null, false);

    private final Window window = new Window(4, 1_000_000);

    WindowTests() {
        window.begin("tasks-0", 9);
        window.begin("messages-0", -1);
    }

    private static LoggedEvent event(String stream, long offset) {
        return new LoggedEvent(stream, offset, "task.created", Instant.EPOCH, "x", NOBODY, FRAME);
    }

    private static Positions positions(long tasks, long messages) {
        return new Positions(Map.of("tasks-0", tasks, "messages-0", messages));
    }

    @Test
    void knowsHowFarEveryStreamWasHandled() {
        window.append(event("tasks-0", 10));
        window.handle("tasks-0", 12);

        assertThat(window.positions()).isEqualTo(positions(12, -1));
    }

    @Test
    void refusesRepeatedEventsAndUnknownStreams() {
        assertThat(window.append(event("tasks-0", 10))).isTrue();
        assertThat(window.append(event("tasks-0", 10))).isFalse();
        assertThat(window.append(event("tasks-0", 9))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> window.append(event("other", 1)));
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void findsWhereAClientGoesOn() {
        window.append(event("tasks-0", 10));
        window.append(event("messages-0", 0));
        window.append(event("tasks-0", 13));

        assertThat(window.sequenceOf(positions(9, -1))).hasValue(0);
        assertThat(window.sequenceOf(positions(10, -1))).hasValue(1);
        assertThat(window.sequenceOf(positions(11, 0))).hasValue(2);
        assertThat(window.sequenceOf(positions(13, 0))).hasValue(3);
        assertThat(window.sequenceOf(positions(8, 0))).isEmpty();
    }

    @Test
    void forgetsTheOldestAndSaysSo() {
        for (int offset = 0; offset < 6; offset++) {
            window.append(event("messages-0", offset));
        }

        assertThat(window.size()).isEqualTo(4);
        assertThat(window.after(1)).isEmpty();
        assertThat(window.after(2).orElseThrow())
                .extracting(LoggedEvent::offset)
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(window.sequenceOf(positions(9, 0))).isEmpty();
        assertThat(window.sequenceOf(positions(9, 1))).hasValue(2);
        assertThat(window.newest(2)).extracting(LoggedEvent::offset).containsExactly(5L, 4L);
    }

    @Test
    void isBoundedByMemoryToo() {
        Window small = new Window(100, event("tasks-0", 0).weight() * 2L);
        small.begin("tasks-0", -1);
        for (int offset = 0; offset < 5; offset++) {
            small.append(event("tasks-0", offset));
        }

        assertThat(small.size()).isEqualTo(2);
        assertThat(small.after(small.last()).orElseThrow()).isEmpty();
    }
}
