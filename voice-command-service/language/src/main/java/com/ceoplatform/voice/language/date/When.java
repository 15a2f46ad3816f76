package com.ceoplatform.voice.language.date;

import com.ceoplatform.voice.language.grammar.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A moment as it was said, before it is known what it is for: "next week" ends on its Friday as a deadline, but begins on
 * its Monday as a reminder.
 *
 * @param first its first day
 * @param deadline the day that counts when something is due then
 * @param last its last day
 * @param time of day, when said
 * @param exact the very moment ("in two hours"), which nothing rounds
 * @param dayImplied only the time was said; the day is the next on which it comes
 */
public record When(
        LocalDate first,
        LocalDate deadline,
        LocalDate last,
        @Nullable LocalTime time,
        @Nullable ZonedDateTime exact,
        boolean dayImplied)
        implements Value {

    private static final LocalTime DUE = LocalTime.of(17, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    static When day(LocalDate day) {
        return new When(day, day, day, null, null, false);
    }

    static When exactly(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return new When(day, day, day, moment.toLocalTime(), moment, false);
    }

    When at(@Nullable LocalTime other) {
        return new When(first, deadline, last, other, exact, dayImplied);
    }

    /** A time of day alone, on the day that was said for everything. */
    public When on(When day) {
        return dayImplied && exact == null ? day.at(time) : this;
    }

    /** Instead of an earlier moment: what was not said again, the day or the time of day, stays. */
    public OffsetDateTime insteadOf(OffsetDateTime before, ZoneId zone) {
        if (dayImplied && time != null) {
            return at(before.atZoneSameInstant(zone).toLocalDate(), time, zone);
        }
        return time == null && exact == null
                ? at(first, before.atZoneSameInstant(zone).toLocalTime(), zone)
                : start(zone);
    }

    /** As a deadline: 17:00 unless a time was said. */
    public OffsetDateTime due(ZoneId zone) {
        return exact != null ? exact.toOffsetDateTime() : at(deadline, time == null ? DUE : time, zone);
    }

    /** As the moment something starts or reminds: 09:00 unless a time was said. */
    public OffsetDateTime start(ZoneId zone) {
        return exact != null ? exact.toOffsetDateTime() : at(first, time == null ? MORNING : time, zone);
    }

    public OffsetDateTime from(ZoneId zone) {
        return at(first, LocalTime.MIN, zone);
    }

    public OffsetDateTime to(ZoneId zone) {
        return at(last.plusDays(1), LocalTime.MIN, zone);
    }

    /** A time that the clock skips that night is the first one after it. */
    private static OffsetDateTime at(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).toOffsetDateTime();
    }
}
