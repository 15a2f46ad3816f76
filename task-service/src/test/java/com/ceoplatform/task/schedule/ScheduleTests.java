package com.ceoplatform.task.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Instant DUE = Instant.parse("2027-03-05T17:00:00Z");
    private static final Instant DAY_BEFORE = DUE.minus(Duration.ofDays(1));
    private static final Instant HOUR_BEFORE = DUE.minus(Duration.ofHours(1));

    private final Schedule schedule = Schedule.NONE.due(DUE).remindBefore(List.of(60, 1440, 60));

    private Instant alarmAfter(Instant moment) {
        return schedule.armed(moment, true, false).alarmAt();
    }

    @Test
    void ringsForEachReminderAndOnceItIsDue() {
        assertThat(schedule.reminderMinutes()).containsExactly(1440, 60);
        assertThat(alarmAfter(DAY_BEFORE.minusSeconds(1))).isEqualTo(DAY_BEFORE);
        assertThat(alarmAfter(DAY_BEFORE)).isEqualTo(HOUR_BEFORE);
        assertThat(alarmAfter(HOUR_BEFORE)).isEqualTo(DUE);
    }

    @Test
    void callsATaskOverdueOncePerDueDate() {
        assertThat(alarmAfter(DUE.plusSeconds(3600))).isEqualTo(DUE);
        Schedule told = schedule.toldOverdue();

        assertThat(told.armed(DUE, true, false).alarmAt()).isNull();
        Instant later = DUE.plusSeconds(86_400);
        assertThat(told.due(later).armed(later, true, false).alarmAt()).isEqualTo(later);
    }

    @Test
    void isSilentOnceNothingIsLeftToDo() {
        assertThat(schedule.armed(DAY_BEFORE, false, false).alarmAt()).isNull();
        assertThat(Schedule.NONE.remindBefore(List.of(5)).armed(DUE, true, true).alarmAt())
                .isNull();
    }

    @Test
    void wakesAgainForTheNextOfItsSeries() {
        assertThat(schedule.armed(DAY_BEFORE, false, true).alarmAt()).isEqualTo(DUE);
        assertThat(schedule.toldOverdue().armed(DUE, true, true).alarmAt()).isEqualTo(DUE);
    }

    @Test
    void remindsOfTheLastOneAfterALongSleep() {
        assertThat(schedule.reminderAt(DAY_BEFORE)).contains(1440);
        assertThat(schedule.reminderAt(HOUR_BEFORE.plusSeconds(9))).contains(60);
        assertThat(schedule.reminderAt(DAY_BEFORE.minusSeconds(1))).isEmpty();
    }
}
