package com.ceoplatform.task.calendar;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.ical.CalendarEntry;
import com.ceoplatform.task.ical.CalendarWriter;
import com.ceoplatform.task.meeting.MeetingCalendar;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's calendars and the secrets that open them. */
@Service
class CalendarService {

    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MEETINGS = 1000;

    private final Deadlines deadlines;
    private final MeetingCalendar meetings;
    private final CalendarSecrets secrets;
    private final People people;
    private final Organisation organisation;
    private final Clock clock;

    CalendarService(
            Deadlines deadlines,
            MeetingCalendar meetings,
            CalendarSecrets secrets,
            People people,
            Organisation organisation,
            Clock clock) {
        this.deadlines = deadlines;
        this.meetings = meetings;
        this.secrets = secrets;
        this.people = people;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What somebody has to do by when, and whom they meet, from a quarter back to a year ahead. */
    @Transactional(readOnly = true)
    public String of(Caller caller) {
        Instant now = clock.instant();
        List<CalendarEntry> entries =
                new ArrayList<>(meetings.of(caller.id(), now.minus(BACK), now.plus(AHEAD), MEETINGS));
        entries.addAll(deadlines.of(organisation.viewer(caller), now.minus(BACK), now.plus(AHEAD)));
        return new CalendarWriter(caller.zone()).feed("Tasks and meetings of " + caller.name(), entries);
    }

    /**
     * The same for whoever holds the secret.
     *
     * @throws DomainException 404 for a secret that opens nothing, and for people who have left
     */
    @Transactional(readOnly = true)
    public String behind(String secret) {
        Person person = secrets.owner(secret)
                .flatMap(id -> Optional.ofNullable(people.known(List.of(id)).get(id)))
                .filter(Person::active)
                .orElseThrow(() -> DomainException.notFound("calendar"));
        return of(new Caller(
                person.id(), person.email(), person.name(), person.role(), person.department(), "", zone(person)));
    }

    private static ZoneId zone(Person person) {
        try {
            return person.timezone() == null ? ZoneOffset.UTC : ZoneId.of(person.timezone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    @Transactional
    public String newSecret(UUID userId) {
        return secrets.replace(userId);
    }

    @Transactional
    public void close(UUID userId) {
        secrets.remove(userId);
    }

    @Transactional(readOnly = true)
    public Optional<Instant> openSince(UUID userId) {
        return secrets.createdAt(userId);
    }
}
