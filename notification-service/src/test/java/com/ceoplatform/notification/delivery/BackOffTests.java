package com.ceoplatform.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTests {

    private final BackOff middle = new BackOff(Duration.ofSeconds(5), Duration.ofHours(1), () -> 0.5);

    @Test
    void doublesUpToTheLongest() {
        assertThat(middle.after(1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(middle.after(2, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(middle.after(5, null)).isEqualTo(Duration.ofSeconds(80));
        assertThat(middle.after(50, null)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void spreadsByHalf() {
        assertThat(new BackOff(Duration.ofSeconds(4), Duration.ofHours(1), () -> 0).after(1, null))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(new BackOff(Duration.ofSeconds(4), Duration.ofHours(1), () -> 1).after(1, null))
                .isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void waitsAsLongAsItIsAskedToButNotForever() {
        assertThat(middle.after(1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(middle.after(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(middle.after(1, Duration.ofDays(400))).isEqualTo(Duration.ofDays(1));
        assertThat(middle.after(1, Duration.ofSeconds(-7))).isEqualTo(Duration.ofSeconds(5));
    }
}
