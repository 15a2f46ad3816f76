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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    /** Local times of windows of every day, a moment, the zone of the profile, and when it may be disturbed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "over midnight,                22:00, 07:00, 2026-06-10T23:00:00+02:00, Europe/Berlin,    2026-06-11T07:00:00+02:00",
        "until the last second,        22:00, 07:00, 2026-06-11T06:59:59+02:00, Europe/Berlin,    2026-06-11T07:00:00+02:00",
        "not at their end,             22:00, 07:00, 2026-06-10T07:00:00+02:00, Europe/Berlin,    2026-06-10T07:00:00+02:00",
        "from their begin on,          22:00, 07:00, 2026-06-10T22:00:00+02:00, Europe/Berlin,    2026-06-11T07:00:00+02:00",
        "not before it,                22:00, 07:00, 2026-06-10T21:59:59.999Z,  UTC,              2026-06-10T21:59:59.999Z",
        "an hour less in spring,       22:00, 07:00, 2026-03-28T21:30:00Z,      Europe/Berlin,    2026-03-29T05:00:00Z",
        "an hour more in autumn,       22:00, 07:00, 2026-10-24T21:00:00Z,      Europe/Berlin,    2026-10-25T06:00:00Z",
        "to the second of equal hours, 23:00, 01:30, 2026-11-01T05:45:00Z,      America/New_York, 2026-11-01T06:30:00Z",
        "past an hour left out,        23:00, 02:30, 2026-03-08T06:30:00Z,      America/New_York, 2026-03-08T07:30:00Z",
    })
    void last(String when, String from, String to, String moment, ZoneId home, String end) {
        assertThat(quiet(from, to).endOfQuiet(instant(moment), home)).isEqualTo(instant(end));
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

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
