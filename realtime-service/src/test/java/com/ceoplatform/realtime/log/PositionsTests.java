package com.ceoplatform.realtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionsTests {

    private final Positions positions = new Positions(Map.of("a", 5L, "b", -1L));

    @Test
    void comparesStreamsNotOffsets() {
        assertThat(positions.sameStreamsAs(new Positions(Map.of("a", 0L, "b", 7L))))
                .isTrue();
        assertThat(positions.sameStreamsAs(new Positions(Map.of("a", 5L)))).isFalse();
        assertThat(positions.sameStreamsAs(new Positions(Map.of("a", 5L, "c", -1L))))
                .isFalse();
    }

    @Test
    void knowsWhoIsAhead() {
        assertThat(positions.isAheadOf(new Positions(Map.of("a", 5L, "b", 3L)))).isFalse();
        assertThat(positions.isAheadOf(new Positions(Map.of("a", 4L, "b", 3L)))).isTrue();
    }

    @Test
    void takesTheHigherOffsetOfEachStream() {
        assertThat(positions.max(new Positions(Map.of("a", 2L, "b", 3L))))
                .isEqualTo(new Positions(Map.of("a", 5L, "b", 3L)));
    }
}
