package com.ceoplatform.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void lastOverMidnight() {
        QuietHours nights = quiet("22:00", "07:00");

        assertThat(nights.endOfQuiet(berlin("2026-06-10T23:00:00+02:00"), BERLIN))
                .isEqualTo(berlin("2026-06-11T07:00:00+02:00"));
        assertThat(nights.endOfQuiet(berlin("2026-06-11T06:59:59+02:00"), BERLIN))
                .isEqualTo(berlin("2026-06-11T07:00:00+02:00"));
    }

    @Test
    void beginAndEndExactly() {
        QuietHours nights = quiet("22:00", "07:00");
        Instant justBefore = Instant.parse("2026-06-10T21:59:59.999Z");

        assertThat(nights.endOfQuiet(berlin("2026-06-10T07:00:00+02:00"), BERLIN))
                .isEqualTo(berlin("2026-06-10T07:00:00+02:00"));
        assertThat(nights.endOfQuiet(berlin("2026-06-10T22:00:00+02:00"), BERLIN))
                .isEqualTo(berlin("2026-06-11T07:00:00+02:00"));
        assertThat(nights.endOfQuiet(justBefore, ZoneOffset.UTC)).isEqualTo(justBefore);
    }

    @Test
    void followTheDayOnWhichTheyBegin() {
        QuietHours fridayNight = new QuietHours(
                null, List.of(new QuietWindow(EnumSet.of(DayOfWeek.FRIDAY), time("20:00"), time("10:00"))));
        Instant saturdayMorning = Instant.parse("2026-06-13T09:00:00Z");
        Instant sundayMorning = Instant.parse("2026-06-14T09:00:00Z");

        assertThat(fridayNight.endOfQuiet(saturdayMorning, ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-06-13T10:00:00Z"));
        assertThat(fridayNight.endOfQuiet(sundayMorning, ZoneOffset.UTC)).isEqualTo(sundayMorning);
    }

    @Test
    void joinWhereTheyMeet() {
        QuietHours weekend = new QuietHours(
                null,
                List.of(
                        new QuietWindow(EVERY_DAY, time("20:00"), time("08:00")),
                        new QuietWindow(
                                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), time("08:00"), time("20:00"))));

        assertThat(weekend.endOfQuiet(Instant.parse("2026-06-12T21:00:00Z"), ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-06-15T08:00:00Z"));
    }

    @Test
    void areOneHourShorterWhenTheClockGoesForward() {
        QuietHours nights = quiet("22:00", "07:00");

        assertThat(nights.endOfQuiet(Instant.parse("2026-03-28T21:30:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void areOneHourLongerWhenTheClockGoesBack() {
        QuietHours nights = quiet("22:00", "07:00");

        assertThat(nights.endOfQuiet(Instant.parse("2026-10-24T21:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
    }

    @Test
    void endWithTheSecondOfTwoEqualHours() {
        QuietHours early = quiet("23:00", "01:30");

        assertThat(early.endOfQuiet(Instant.parse("2026-11-01T05:45:00Z"), NEW_YORK))
                .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void endAfterAnHourThatDoesNotExist() {
        QuietHours early = quiet("23:00", "02:30");

        assertThat(early.endOfQuiet(Instant.parse("2026-03-08T06:30:00Z"), NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void goByTheirOwnZoneRatherThanTheProfile() {
        QuietHours travelling = new QuietHours(
                ZoneId.of("Asia/Tokyo"), List.of(new QuietWindow(EVERY_DAY, time("22:00"), time("07:00"))));

        assertThat(travelling.endOfQuiet(Instant.parse("2026-06-10T14:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-06-10T22:00:00Z"));
    }

    @Test
    void mustLeaveSomeTime() {
        assertThatThrownBy(() -> quiet("09:00", "09:00").check()).isInstanceOf(DomainException.class);
        assertThatCode(() -> quiet("09:00", "08:59").check()).doesNotThrowAnyException();
        assertThatCode(QuietHours.NONE::check).doesNotThrowAnyException();
    }

    private static QuietHours quiet(String from, String to) {
        return new QuietHours(null, List.of(new QuietWindow(EVERY_DAY, time(from), time(to))));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    private static Instant berlin(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
