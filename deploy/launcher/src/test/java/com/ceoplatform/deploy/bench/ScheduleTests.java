package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Load LOAD = new Load(20, Duration.ofSeconds(2), Duration.ofSeconds(5));

    @Test
    void sendsAtTheRateFromTheStart() {
        Schedule schedule = Schedule.starting(1_000, LOAD);

        assertThat(schedule.intended(0)).isEqualTo(1_000);
        assertThat(schedule.intended(1)).isEqualTo(50_001_000);
        assertThat(schedule.intended(20)).isEqualTo(1_000_001_000);
    }

    @Test
    void doesNotAddUpRoundingErrors() {
        Schedule schedule = Schedule.starting(0, new Load(3, Duration.ZERO, Duration.ofHours(1)));

        assertThat(schedule.intended(3 * 3600)).isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void doesNotCountTheWarmUp() {
        Schedule schedule = Schedule.starting(0, LOAD);

        assertThat(schedule.warmUp()).isEqualTo(40);
        assertThat(schedule.count()).isEqualTo(140);
        assertThat(schedule.counted()).isEqualTo(100);
        assertThat(schedule.counts(39)).isFalse();
        assertThat(schedule.counts(40)).isTrue();
        assertThat(schedule.counts(140)).isFalse();
    }

    @Test
    void sendsAtLeastOnce() {
        assertThat(Schedule.starting(0, new Load(0.1, Duration.ZERO, Duration.ofSeconds(1)))
                        .counted())
                .isEqualTo(1);
    }
}
