package com.ceoplatform.task.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRuleTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** The first occurrences after the start, as the clocks of the zone show them. */
    private static List<String> occurrences(String rule, String start, ZoneId zone, int count) {
        RecurrenceRule parsed = RecurrenceRule.parse(rule, zone);
        Instant first = at(start, zone);
        List<String> found = new ArrayList<>();
        Optional<Instant> next = parsed.next(first, first);
        while (next.isPresent() && found.size() < count) {
            found.add(next.get().atZone(zone).toLocalDateTime().toString());
            next = parsed.next(first, next.get());
        }
        return found;
    }

    @Test
    void keepsTheTimeOfTheDayWhenDaylightSavingTimeBegins() {
        assertThat(occurrences("FREQ=DAILY", "2027-03-26T17:00", BERLIN, 4))
                .containsExactly("2027-03-27T17:00", "2027-03-28T17:00", "2027-03-29T17:00", "2027-03-30T17:00");
        RecurrenceRule daily = RecurrenceRule.parse("FREQ=DAILY", BERLIN);
        Instant before = at("2027-03-27T17:00", BERLIN);
        assertThat(daily.next(before, before)).contains(before.plusSeconds(23 * 3600));
    }

    @Test
    void keepsTheTimeOfTheDayWhenDaylightSavingTimeEnds() {
        assertThat(occurrences("FREQ=WEEKLY;BYDAY=SU,MO", "2027-11-01T09:00", NEW_YORK, 3))
                .containsExactly("2027-11-07T09:00", "2027-11-08T09:00", "2027-11-14T09:00");
        RecurrenceRule daily = RecurrenceRule.parse("FREQ=DAILY", NEW_YORK);
        Instant before = at("2027-11-06T09:00", NEW_YORK);
        assertThat(daily.next(before, before)).contains(before.plusSeconds(25 * 3600));
    }

    @Test
    void aTimeThatIsSkippedMovesOnForThatDayOnly() {
        assertThat(occurrences("FREQ=DAILY", "2027-03-27T02:30", BERLIN, 3))
                .containsExactly("2027-03-28T03:30", "2027-03-29T02:30", "2027-03-30T02:30");
    }

    @Test
    void aTimeThatComesTwiceHappensOnceTheFirstTime() {
        RecurrenceRule daily = RecurrenceRule.parse("FREQ=DAILY", BERLIN);
        Instant start = at("2027-10-30T02:30", BERLIN);

        assertThat(daily.next(start, start)).contains(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(daily.next(start, Instant.parse("2027-10-31T00:30:00Z")))
                .contains(Instant.parse("2027-11-01T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MONTHLY;BYMONTHDAY=-1    | 2027-01-31T17:00 | 2027-02-28T17:00 | 2027-03-31T17:00",
                "FREQ=MONTHLY;BYDAY=2TU        | 2027-01-12T09:00 | 2027-02-09T09:00 | 2027-03-09T09:00",
                "FREQ=MONTHLY                  | 2027-01-31T09:00 | 2027-03-31T09:00 | 2027-05-31T09:00",
                "FREQ=WEEKLY;INTERVAL=2        | 2027-01-04T09:00 | 2027-01-18T09:00 | 2027-02-01T09:00",
                "FREQ=YEARLY                   | 2024-02-29T09:00 | 2028-02-29T09:00 | 2032-02-29T09:00",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2027-01-29T17:00 | 2027-02-26T17:00 | 2027-03-31T17:00",
                "rrule:freq=weekly;byday=mo,we | 2027-01-04T09:00 | 2027-01-06T09:00 | 2027-01-11T09:00"
            })
    void knowsTheCalendar(String rule, String start, String second, String third) {
        assertThat(occurrences(rule, start, BERLIN, 2)).containsExactly(second, third);
    }

    @Test
    void endsAfterItsCountOrDate() {
        assertThat(occurrences("FREQ=DAILY;COUNT=3", "2027-01-01T09:00", BERLIN, 9))
                .containsExactly("2027-01-02T09:00", "2027-01-03T09:00");
        assertThat(occurrences("FREQ=DAILY;UNTIL=20270103", "2027-01-01T09:00", BERLIN, 9))
                .containsExactly("2027-01-02T09:00", "2027-01-03T09:00");
        assertThat(occurrences("FREQ=DAILY;UNTIL=20270103T080000Z", "2027-01-01T09:00", BERLIN, 9))
                .containsExactly("2027-01-02T09:00", "2027-01-03T09:00");
        assertThat(occurrences("FREQ=DAILY;UNTIL=20270103T075959Z", "2027-01-01T09:00", BERLIN, 9))
                .containsExactly("2027-01-02T09:00");
        assertThat(occurrences("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2027-01-01T09:00", BERLIN, 9))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "FREQ=",
                "FREQ=HOURLY",
                "FREQ=SECONDLY",
                "BYDAY=MO",
                "FREQ=DAILY;BYHOUR=3",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;INTERVAL=1000",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;UNTIL=tomorrow",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=DAILY;UNTIL=20271332",
                "FREQ=DAILY;X-FOO=1",
                "FREQ=DAILY\nSUMMARY:x"
            })
    void refusesWhatIsNoRuleOrTooOften(String text) {
        assertThatThrownBy(() -> RecurrenceRule.parse(text, BERLIN)).isInstanceOf(DomainException.class);
    }

    @Test
    void refusesZonesThatNobodyKnows() {
        assertThat(RecurrenceRule.zone("Europe/Berlin")).isEqualTo(BERLIN);
        assertThatThrownBy(() -> RecurrenceRule.zone("Mars/Olympus")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> RecurrenceRule.zone("+02:00")).isInstanceOf(DomainException.class);
    }
}
