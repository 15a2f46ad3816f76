package com.ceoplatform.voice.language.benchmark;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The moment that an expectation names: {@code 2027-03-05T17:00}, {@code tomorrow 12:00}, {@code coming Friday 17:00},
 * {@code Wednesday of next week 17:00}, {@code +14 days 17:00}, {@code +2 hours} or {@code in exactly two hours}.
 */
final class ExpectedTime {

    private ExpectedTime() {}

    static OffsetDateTime of(String text, ZonedDateTime now) {
        if (text.equals("in exactly two hours")) {
            return now.plusHours(2).toOffsetDateTime();
        }
        String[] words = text.split(" ");
        if (words[0].startsWith("+") && words[1].startsWith("hour")) {
            return now.plusHours(Long.parseLong(words[0].substring(1))).toOffsetDateTime();
        }
        if (words[0].startsWith("+") && words[1].startsWith("minute")) {
            return now.plusMinutes(Long.parseLong(words[0].substring(1))).toOffsetDateTime();
        }
        if (words.length == 1) {
            return LocalDateTime.parse(text).atZone(now.getZone()).toOffsetDateTime();
        }
        LocalTime time = LocalTime.parse(words[words.length - 1]);
        return day(words, now.toLocalDate()).atTime(time).atZone(now.getZone()).toOffsetDateTime();
    }

    private static LocalDate day(String[] words, LocalDate today) {
        return switch (words[0]) {
            case "today" -> today;
            case "tomorrow" -> today.plusDays(1);
            case "coming" -> today.with(TemporalAdjusters.next(weekday(words[1])));
            default ->
                words[0].startsWith("+")
                        ? today.plusDays(Long.parseLong(words[0].substring(1)))
                        : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusWeeks(1)
                                .with(TemporalAdjusters.nextOrSame(weekday(words[0])));
        };
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
