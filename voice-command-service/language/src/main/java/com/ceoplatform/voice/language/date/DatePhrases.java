package com.ceoplatform.voice.language.date;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads days, times and both together with the language's {@code day}, {@code time} and {@code date} rules. */
public final class DatePhrases {

    private static final double PER_WORD = 1.5;
    private static final int LONGEST = 12;
    private static final int HALF_DAY = 12;

    private final Language language;
    private final ZonedDateTime now;
    private final Days days;
    private final Map<String, List<Filling>> known = new HashMap<>();

    public DatePhrases(Language language, ZonedDateTime now) {
        this.language = language;
        this.now = now;
        this.days = new Days(now.toLocalDate());
    }

    /** @param set {@code day}, {@code time} or {@code date} */
    public List<Filling> parse(String set, Matcher matcher, int from, int limit) {
        int to = Math.min(limit, from + LONGEST);
        String key = set + from + ":" + to;
        List<Filling> before = known.get(key);
        if (before != null) {
            return before;
        }
        Map<Integer, Filling> best = new HashMap<>();
        for (Matched phrase : matcher.prefixes(language.phrases(set), from, to)) {
            read(set, phrase).ifPresent(when -> {
                double score = PER_WORD * (phrase.end() - from) + phrase.rule().bonus();
                best.merge(
                        phrase.end(),
                        new Filling(from, phrase.end(), when, score),
                        (one, other) -> one.score() >= other.score() ? one : other);
            });
        }
        List<Filling> fillings = new ArrayList<>(best.values());
        known.put(key, fillings);
        return fillings;
    }

    private Optional<Value> read(String set, Matched phrase) {
        return switch (set) {
            case "day", "window_day" -> days.read(phrase).map(when -> when);
            case "time", "bare_time" -> time(phrase).map(ClockTime::new);
            case "lead_time" -> leadTime(phrase);
            case "duration" -> Optional.of(new Value.Count(minutes(phrase)));
            default -> date(phrase).map(when -> when);
        };
    }

    /** A time of day alone. */
    record ClockTime(LocalTime time) implements Value {}

    private Optional<When> date(Matched phrase) {
        Optional<LocalTime> time =
                phrase.value("time", ClockTime.class).map(ClockTime::time).map(said -> inPart(phrase, said));
        return switch (phrase.rule().name()) {
            case "from_now" -> exact(phrase);
            case "time" -> time.map(this::coming);
            default -> phrase.value("day", When.class).map(day -> day.at(time.orElse(day.time())));
        };
    }

    /** "Tomorrow evening at eight" is not in the morning. */
    private static LocalTime inPart(Matched phrase, LocalTime time) {
        boolean late = phrase.option("half").filter("pm"::equals).isPresent()
                || phrase.value("part", ClockTime.class)
                        .filter(part -> part.time().isAfter(LocalTime.NOON))
                        .isPresent();
        return late && time.isBefore(LocalTime.NOON) ? time.plusHours(HALF_DAY) : time;
    }

    private When coming(LocalTime time) {
        ZonedDateTime today = now.with(time);
        LocalDate day = (today.isAfter(now) ? today : today.plusDays(1)).toLocalDate();
        return new When(day, day, day, time, null, true);
    }

    private Optional<When> exact(Matched phrase) {
        int number = count(phrase, "n", 1);
        Duration one = phrase.option("unit").orElse("").equals("hour") ? Duration.ofHours(1) : Duration.ofMinutes(1);
        Duration half = Duration.ofMinutes(count(phrase, "minutes", 0));
        try {
            return Optional.of(When.exactly(now.plus(one.multipliedBy(number)).plus(half)));
        } catch (DateTimeException | ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    private static Optional<Value> leadTime(Matched phrase) {
        if (phrase.rule().name().equals("minutes")) {
            return Optional.of(new LeadTime(Duration.ofMinutes(minutes(phrase))));
        }
        int number = Math.min(count(phrase, "n", 1), 1000);
        return Optional.of(new LeadTime(
                switch (phrase.option("unit").orElse("day")) {
                    case "week" -> Period.ofWeeks(number);
                    case "month" -> Period.ofMonths(number);
                    case "quarter" -> Period.ofMonths(3 * number);
                    case "year" -> Period.ofYears(number);
                    default -> Period.ofDays(number);
                }));
    }

    private static int minutes(Matched phrase) {
        int each = phrase.option("unit").orElse("").equals("hour") ? 60 : 1;
        return Math.max(1, Math.min(24 * 60, count(phrase, "n", 1) * each + count(phrase, "minutes", 0)));
    }

    private Optional<LocalTime> time(Matched phrase) {
        try {
            return switch (phrase.rule().name()) {
                case "named" -> phrase.option("time").map(LocalTime::parse);
                case "clock" -> clock(phrase);
                default -> Optional.empty();
            };
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Hours, and minutes when there are any: "5pm", "17:30", "9.15am". */
    public static boolean isClock(String word) {
        String digits = word.endsWith("m") ? word.substring(0, word.length() - 2) : word;
        String[] parts = digits.split("[:.]");
        boolean hours = parts.length > 0 && parts[0].length() <= 2 && !parts[0].isEmpty();
        return hours && (parts.length == 1 || (parts.length == 2 && parts[1].length() == 2));
    }

    /** Without am or pm, one to seven is in the afternoon. */
    private static Optional<LocalTime> clock(Matched phrase) {
        int hour = count(phrase, "hour", -1);
        int minute = count(phrase, "minute", 0);
        String half = phrase.option("half").orElse("");
        @Nullable Filling written = phrase.slots().get("clock");
        if (written != null && written.value() instanceof Value.Option(String text)) {
            boolean suffixed = text.endsWith("m");
            String digits = suffixed ? text.substring(0, text.length() - 2) : text;
            half = suffixed ? text.substring(text.length() - 2) : half;
            String[] parts = digits.split("[:.]");
            hour = Integer.parseInt(parts[0]);
            minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        }
        if (half.equals("pm") && hour < 12) {
            hour += 12;
        } else if (half.equals("am") && hour == 12) {
            hour = 0;
        } else if (half.isEmpty() && hour >= 1 && hour <= 6) {
            hour += 12;
        }
        int minutes = hour * 60 + minute + count(phrase, "shift", 0);
        return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(minutes / 60, minutes % 60));
    }

    private static int count(Matched phrase, String slot, int otherwise) {
        return phrase.value(slot, Value.Count.class)
                .map(Value.Count::number)
                .orElseGet(() -> phrase.rule().defaults().containsKey(slot)
                        ? Integer.parseInt(phrase.rule().defaults().get(slot))
                        : otherwise);
    }
}
