package com.ceoplatform.task.ical;

import com.ceoplatform.task.ical.CalendarEntry.Guest;
import com.ceoplatform.task.ical.CalendarEntry.Mailbox;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendars that Outlook, Google and Apple accept: times with their zone and its VTIMEZONE, since Outlook shows a
 * time without one as that of the reader, and the same text for the same entries, so that it can be cached.
 */
public final class CalendarWriter {

    private static final String PRODUCT = "-//CEO Communication Platform//Tasks//EN";

    /** In characters, of at most three octets each: no line is longer than the 75 octets of RFC 5545. */
    private static final int LINE = 25;

    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();
    private final @Nullable TimeZone timeZone;

    /** @param zone that times are written in; UTC where it is one that calendars do not know */
    public CalendarWriter(ZoneId zone) {
        timeZone = zone instanceof ZoneOffset ? null : zones.getTimeZone(zone.getId());
    }

    /** A calendar to subscribe to. Without a method: that of publishing asks for an organiser, whom deadlines lack. */
    public String feed(String name, List<CalendarEntry> entries) {
        Calendar calendar = calendar();
        calendar.add(new XProperty("X-WR-CALNAME", plain(name)));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT15M"));
        entries.forEach(entry -> calendar.add(event(entry)));
        return text(calendar);
    }

    /** A mail's part that puts an entry into the readers' calendars, or takes it out when it was cancelled. */
    public String invitation(CalendarEntry entry) {
        Calendar calendar = calendar();
        calendar.add(entry.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(event(entry));
        return text(calendar);
    }

    private Calendar calendar() {
        Calendar calendar = new Calendar().withDefaults().withProdId(PRODUCT).getFluentTarget();
        if (timeZone != null) {
            calendar.add(timeZone.getVTimeZone());
        }
        return calendar;
    }

    private VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new Created(entry.createdAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStart<>(local(entry.start())));
        event.add(new DtEnd<>(local(entry.end())));
        event.add(new Summary(plain(entry.summary())));
        addText(event, entry);
        event.add(entry.busy() ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (entry.organiser() != null) {
            event.add(person(new Organizer(address(entry.organiser())), entry.organiser()));
        }
        entry.guests().forEach(guest -> event.add(attendee(guest)));
        return event;
    }

    private static void addText(VEvent event, CalendarEntry entry) {
        if (entry.description() != null) {
            event.add(new Description(plain(entry.description())));
        }
        if (entry.location() != null) {
            event.add(new Location(plain(entry.location())));
        }
        if (!entry.categories().isEmpty()) {
            List<String> plain =
                    entry.categories().stream().map(CalendarWriter::plain).toList();
            event.add(new Categories(new TextList(plain)));
        }
    }

    private static Attendee attendee(Guest guest) {
        Attendee attendee = new Attendee(address(guest.mailbox()));
        attendee.add(
                switch (guest.participation()) {
                    case NEEDS_ACTION -> PartStat.NEEDS_ACTION;
                    case ACCEPTED -> PartStat.ACCEPTED;
                    case TENTATIVE -> PartStat.TENTATIVE;
                    case DECLINED -> PartStat.DECLINED;
                });
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(Rsvp.TRUE);
        return person(attendee, guest.mailbox());
    }

    private static <P extends Property> P person(P property, Mailbox mailbox) {
        property.add(new Cn(plain(mailbox.name()).replace('"', '\'').replace('\n', ' ')));
        return property;
    }

    private static URI address(Mailbox mailbox) {
        return URI.create("mailto:" + mailbox.address());
    }

    private Temporal local(Instant at) {
        return timeZone == null ? at : at.atZone(ZoneId.of(timeZone.getID()));
    }

    /** Without the characters that must not stand in a calendar. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, LINE).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
