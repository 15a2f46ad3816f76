package com.ceoplatform.voice.language.plan;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Small pieces of sentences fit to be read aloud. */
final class Phrases {

    private static final int NAMED = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private Phrases() {}

    static String count(int number, String thing) {
        String plural = thing.equals("person") ? "people" : thing + "s";
        return number + " " + (number == 1 ? thing : plural);
    }

    static String list(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.getFirst();
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
        };
    }

    /** Names while they are few, else how many. */
    static String names(List<Reference> references, String thing) {
        return references.size() > NAMED
                ? count(references.size(), thing)
                : list(references.stream().map(Reference::label).toList());
    }

    static String when(OffsetDateTime moment) {
        return DAY.format(moment) + " at " + time(moment);
    }

    private static String time(OffsetDateTime moment) {
        if (moment.getMinute() == 0 && moment.getHour() % 12 == 0) {
            return moment.getHour() == 0 ? "midnight" : "noon";
        }
        return (moment.getMinute() == 0 ? HOUR : TIME).format(moment).toLowerCase(Locale.ROOT);
    }

    static String lasting(int minutes) {
        Duration duration = Duration.ofMinutes(minutes);
        return minutes % 60 == 0 ? count((int) duration.toHours(), "hour") : count(minutes, "minute");
    }
}
