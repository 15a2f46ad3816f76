package com.ceoplatform.task.meeting;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.task.ical.CalendarEntry;
import com.ceoplatform.task.ical.CalendarEntry.Guest;
import com.ceoplatform.task.ical.CalendarEntry.Mailbox;
import com.ceoplatform.task.ical.CalendarEntry.Participation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as entries of a calendar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MeetingCalendar {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Meetings meetings;
    private final People people;

    MeetingCalendar(Meetings meetings, People people) {
        this.meetings = meetings;
        this.people = people;
    }

    /** Somebody's meetings that end after a moment and start before another one, the soonest first. */
    public List<CalendarEntry> of(UUID userId, Instant from, Instant until, int limit) {
        List<Meeting> found = meetings.findOf(userId, from, until, Instant.EPOCH, BEFORE_ALL, limit).stream()
                .filter(meeting -> meeting.participation(userId) != Participation.DECLINED)
                .toList();
        Set<UUID> everybody = new HashSet<>();
        for (Meeting meeting : found) {
            everybody.addAll(meeting.attendeeIds());
            everybody.add(meeting.organiserId());
        }
        Map<UUID, Person> known = everybody.isEmpty() ? Map.of() : people.known(everybody);
        return found.stream().map(meeting -> entry(meeting, known, null)).toList();
    }

    /**
     * The entry of a meeting.
     *
     * @param uninvited who alone is to take it out of their calendar; null for everybody to have it
     */
    static CalendarEntry entry(Meeting meeting, Map<UUID, Person> known, @Nullable Person uninvited) {
        MeetingResponse state = meeting.response();
        Person organiser = known.get(meeting.organiserId());
        List<Guest> guests = uninvited != null
                ? List.of(new Guest(mailbox(uninvited), meeting.participation(uninvited.id())))
                : meeting.attendeeIds().stream()
                        .flatMap(id -> Stream.ofNullable(known.get(id)))
                        .map(person -> new Guest(mailbox(person), meeting.participation(person.id())))
                        .toList();
        return new CalendarEntry(
                "meeting-" + state.id() + "@ceo-platform",
                state.startAt(),
                state.endAt(),
                state.title(),
                state.description(),
                state.location(),
                List.of(),
                state.createdAt(),
                state.updatedAt(),
                meeting.sequence(),
                true,
                uninvited != null || meeting.isCancelled(),
                organiser == null ? null : mailbox(organiser),
                guests);
    }

    private static Mailbox mailbox(Person person) {
        return new Mailbox(person.name(), person.email());
    }
}
