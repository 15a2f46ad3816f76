package com.ceoplatform.notification.preference;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A time of day at which somebody wants quiet, by the clock on their wall.
 *
 * @param days on which it begins
 * @param to when it ends: on the next day unless it is later than {@code from}
 */
public record QuietWindow(
        @NotEmpty Set<@NotNull DayOfWeek> days,
        @NotNull LocalTime from,
        @NotNull LocalTime to) {

    /** When the quiet that reigns at that moment ends; the moment itself when none does. */
    Instant endOfQuiet(Instant at, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        Instant sinceYesterday = endOfQuiet(at, today.minusDays(1), zone);
        Instant sinceToday = endOfQuiet(at, today, zone);
        return sinceToday.isAfter(sinceYesterday) ? sinceToday : sinceYesterday;
    }

    /** Where the clock shows an hour twice, quiet begins with the first and ends with the second. */
    private Instant endOfQuiet(Instant at, LocalDate day, ZoneId zone) {
        if (!days.contains(day.getDayOfWeek())) {
            return at;
        }
        LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
        Instant begin = ZonedDateTime.of(day, from, zone).toInstant();
        Instant end =
                ZonedDateTime.of(lastDay, to, zone).withLaterOffsetAtOverlap().toInstant();
        return at.isBefore(begin) || !at.isBefore(end) ? at : end;
    }
}
