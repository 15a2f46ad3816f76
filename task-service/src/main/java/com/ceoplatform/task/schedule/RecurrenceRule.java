package com.ceoplatform.task.schedule;

import com.ceoplatform.common.error.DomainException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * A rule of recurrence (RFC 5545, 3.3.10) in a time zone. It keeps the time of the day there: a time that a change of
 * daylight-saving time skips moves on by the gap on that one day, and one that comes twice is the first.
 *
 * @param text without {@code RRULE:}; UNTIL is in UTC
 */
public record RecurrenceRule(String text, ZoneId zone) {

    private static final int LONGEST = 500;
    private static final Pattern PART = Pattern.compile("([A-Z]+)=([A-Z0-9,+-]+)");
    private static final Pattern UP_TO_999 = Pattern.compile("0*[1-9][0-9]{0,2}");
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST");

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** @throws DomainException 422 for what is no rule, or one more often than daily */
    public static RecurrenceRule parse(String text, ZoneId zone) {
        try {
            Map<String, String> parts = parts(text);
            check(parts);
            parts.computeIfPresent("UNTIL", (name, until) -> inUtc(until, zone));
            String canonical = parts.entrySet().stream()
                    .map(part -> part.getKey() + "=" + part.getValue())
                    .collect(Collectors.joining(";"));
            RecurrenceRule rule = new RecurrenceRule(canonical, zone);
            rule.recur();
            return rule;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw invalid("is not a recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO");
        }
    }

    /** @throws DomainException 422 for a zone that nobody knows */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw DomainException.invalid("recurrence.zone", "is not a time zone of the IANA database");
        }
        return ZoneId.of(name);
    }

    private static Map<String, String> parts(String text) {
        if (text.length() > LONGEST) {
            throw invalid("must not have more than " + LONGEST + " characters");
        }
        String bare = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : bare.split(";")) {
            var matcher = PART.matcher(part);
            if (!matcher.matches() || !PARTS.contains(matcher.group(1))) {
                throw new IllegalArgumentException(part);
            }
            if (parts.putIfAbsent(matcher.group(1), matcher.group(2)) != null) {
                throw new IllegalArgumentException(part);
            }
        }
        return parts;
    }

    private static void check(Map<String, String> parts) {
        if (!FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))) {
            throw invalid("must have a FREQ of DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw invalid("must not have both COUNT and UNTIL");
        }
        for (String number : Set.of("INTERVAL", "COUNT")) {
            if (!UP_TO_999.matcher(parts.getOrDefault(number, "1")).matches()) {
                throw invalid(number + " must be between 1 and 999");
            }
        }
    }

    /** The whole day where it is only a date, and wall-clock time of the zone where no other is said. */
    private static String inUtc(String until, ZoneId zone) {
        if (until.endsWith("Z")) {
            LocalDateTime.parse(until, UTC);
            return until;
        }
        LocalDateTime local = until.contains("T")
                ? LocalDateTime.parse(until, LOCAL)
                : LocalDate.parse(until, DATE).atTime(LocalTime.of(23, 59, 59));
        return UTC.format(local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC));
    }

    private static DomainException invalid(String message) {
        return DomainException.invalid("recurrence.rule", message);
    }

    private Recur<ZonedDateTime> recur() {
        return new Recur<>(text);
    }

    /**
     * The first occurrence after a moment, if there is one left.
     *
     * @param start the first occurrence of all, whose time of the day the others share
     */
    public Optional<Instant> next(Instant start, Instant after) {
        return Optional.ofNullable(recur().getNextDate(start.atZone(zone), after.atZone(zone)))
                .map(ZonedDateTime::toInstant);
    }
}
