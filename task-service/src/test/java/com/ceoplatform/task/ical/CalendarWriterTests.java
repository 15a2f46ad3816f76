package com.ceoplatform.task.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.task.ical.CalendarEntry.Guest;
import com.ceoplatform.task.ical.CalendarEntry.Mailbox;
import com.ceoplatform.task.ical.CalendarEntry.Participation;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWriterTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2027-07-05T15:00:00Z");
    private static final String ODD = "Plan; 🚀 très, \"long\" \\ مرحبا\r\nsecond\u0001 line " + "ü🚀".repeat(60);

    private static CalendarEntry entry(String summary, boolean cancelled) {
        return new CalendarEntry(
                "meeting-1@ceo-platform",
                START,
                START.plusSeconds(1800),
                summary,
                "Agenda:\nnumbers",
                "Room 4, left",
                List.of("launch", "a,b"),
                START.minusSeconds(9000),
                START.minusSeconds(100),
                3,
                true,
                cancelled,
                new Mailbox("Sarah \"Sal\" Smith", "sarah@example.com"),
                List.of(new Guest(new Mailbox("Mike", "mike@example.com"), Participation.ACCEPTED)));
    }

    private static Calendar parsed(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        return calendar;
    }

    private static String value(Component component, String property) {
        return component.getRequiredProperty(property).getValue();
    }

    @Test
    void writesWhatAReaderReadsBack() throws Exception {
        Calendar calendar = parsed(new CalendarWriter(BERLIN).invitation(entry(ODD, false)));

        assertThat(calendar.getRequiredProperty(Property.METHOD).getValue()).isEqualTo("REQUEST");
        VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
        assertThat(value(event, Property.SUMMARY))
                .isEqualTo(ODD.replace("\r", "").replace("\u0001", ""));
        assertThat(value(event, Property.UID)).isEqualTo("meeting-1@ceo-platform");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20270705T145820Z");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:sarah@example.com");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Room 4, left");
        assertThat(event.getRequiredProperty(Property.ATTENDEE).toString()).contains("PARTSTAT=ACCEPTED", "CN=Mike");
        DtStart<ZonedDateTime> start = event.getRequiredProperty(Property.DTSTART);
        assertThat(start.toString().strip()).isEqualTo("DTSTART;TZID=Europe/Berlin:20270705T170000");
        assertThat(start.getDate().toInstant()).isEqualTo(START);
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
    }

    @Test
    void cancelsWhatItInvitedTo() throws Exception {
        Calendar calendar = parsed(new CalendarWriter(BERLIN).invitation(entry("x", true)));

        assertThat(calendar.getRequiredProperty(Property.METHOD).getValue()).isEqualTo("CANCEL");
        assertThat(value(calendar.getComponents(Component.VEVENT).getFirst(), Property.STATUS))
                .isEqualTo("CANCELLED");
    }

    @Test
    void keepsToTheFormOfLines() {
        String feed = new CalendarWriter(BERLIN).feed("Sarah's", List.of(entry(ODD, false), entry("y", false)));

        assertThat(feed)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContain("METHOD");
        for (String line : feed.split("\r\n")) {
            assertThat(line).doesNotContain("\n").doesNotContain("\r");
            assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(new CalendarWriter(BERLIN).feed("Sarah's", List.of(entry(ODD, false), entry("y", false))))
                .isEqualTo(feed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata", "US/Eastern", "Australia/Lord_Howe"})
    void saysTheSameMomentInEveryZone(String zone) throws Exception {
        Calendar calendar = parsed(new CalendarWriter(ZoneId.of(zone)).feed("x", List.of(entry("x", false))));

        VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
        DtStart<ZonedDateTime> start = event.getRequiredProperty(Property.DTSTART);
        assertThat(Instant.from(start.getDate())).isEqualTo(START);
    }

    @Test
    void needsNoZoneForUtc() throws Exception {
        String feed = new CalendarWriter(ZoneOffset.UTC).feed("x", List.of(entry("x", false)));

        assertThat(feed).contains("DTSTART:20270705T150000Z\r\n").doesNotContain("VTIMEZONE");
        parsed(feed);
        assertThat(new CalendarWriter(ZoneOffset.UTC).feed("x", List.of())).contains("X-WR-CALNAME");
    }
}
