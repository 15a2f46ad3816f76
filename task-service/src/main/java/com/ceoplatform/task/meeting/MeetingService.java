package com.ceoplatform.task.meeting;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.ical.CalendarEntry.Participation;
import com.ceoplatform.task.journal.FieldChange;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scheduling meetings. They concern the organiser, those invited, and the CEO; for others they do not exist. */
@Service
class MeetingService {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Meetings meetings;
    private final Organisation organisation;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Clock clock;

    MeetingService(Meetings meetings, Organisation organisation, Invitations invitations, Outbox outbox, Clock clock) {
        this.meetings = meetings;
        this.organisation = organisation;
        this.invitations = invitations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Idempotent
    @Transactional
    public MeetingResponse schedule(ScheduleMeetingRequest request, Caller caller) {
        if (!MeetingEdit.isMoment(request.startAt())) {
            throw DomainException.invalid("startAt", "must be between the years 1970 and 9999");
        }
        requireActive(request.attendees(), List.of());
        Instant start = request.startAt().truncatedTo(ChronoUnit.MICROS);
        Meeting meeting = Meeting.schedule(request.title(), start, request.length(), caller.id(), caller.zone(), now());
        meeting.describe(request.description());
        meeting.moveTo(request.location());
        meeting.invite(request.attendees());
        MeetingResponse scheduled = meetings.saveAndFlush(meeting).response();
        tell("meeting.scheduled", scheduled, Map.of());
        invitations.scheduled(meeting);
        return scheduled;
    }

    @Transactional
    public MeetingResponse change(UUID id, MeetingEdit edit, ExpectedVersion expected, Caller caller) {
        Meeting meeting = lockToChange(id, caller);
        expected.check(meeting.version());
        edit.check();
        requireActive(edit.newAttendees(), meeting.attendeeIds());
        MeetingResponse before = meeting.response();
        edit.applyTo(meeting);
        if (meeting.response().equals(before)) {
            return before;
        }
        meeting.revise();
        meeting.touch(now());
        MeetingResponse after = meetings.saveAndFlush(meeting).response();
        tell("meeting.changed", after, MeetingEvent.changes(before, after));
        invitations.changed(meeting, before);
        return after;
    }

    /** Cancels it; one that is cancelled already stays so. */
    @Transactional
    public void cancel(UUID id, ExpectedVersion expected, Caller caller) {
        Meeting meeting = lockToChange(id, caller);
        if (meeting.isCancelled()) {
            return;
        }
        expected.check(meeting.version());
        MeetingResponse before = meeting.response();
        meeting.cancel(now());
        meeting.revise();
        meeting.touch(now());
        MeetingResponse after = meetings.saveAndFlush(meeting).response();
        tell("meeting.cancelled", after, MeetingEvent.changes(before, after));
        invitations.cancelled(meeting);
    }

    /** What the caller says to an invitation; the same again changes nothing. */
    @Transactional
    public MeetingResponse answer(UUID id, Participation answer, Caller caller) {
        Meeting meeting =
                meetings.findLocked(id).filter(found -> maySee(found, caller)).orElseThrow(MeetingService::notFound);
        MeetingResponse before = meeting.response();
        meeting.answer(caller.id(), answer);
        if (meeting.response().equals(before)) {
            return before;
        }
        meeting.touch(now());
        MeetingResponse after = meetings.saveAndFlush(meeting).response();
        MeetingEvent event = new MeetingEvent(after, MeetingEvent.changes(before, after), caller.id(), answer);
        outbox.append(OutgoingEvent.of(Topic.TASKS, "meeting.responded", id, event));
        return after;
    }

    /** How the mails to those who are invited fare; for the organiser and the CEO. */
    @Transactional(readOnly = true)
    public List<InvitationResponse> invitations(UUID id, Caller caller) {
        Meeting meeting =
                meetings.findById(id).filter(found -> maySee(found, caller)).orElseThrow(MeetingService::notFound);
        requireOrganiser(meeting, caller);
        return invitations.of(id);
    }

    @Transactional(readOnly = true)
    public MeetingResponse get(UUID id, Caller caller) {
        return meetings.findById(id)
                .filter(meeting -> maySee(meeting, caller))
                .map(Meeting::response)
                .orElseThrow(MeetingService::notFound);
    }

    /** The caller's own meetings within a span, the soonest first; cancelled ones are left out. */
    @Transactional(readOnly = true)
    public CursorPage<MeetingResponse> list(
            Instant from, Instant until, int limit, @Nullable String cursor, Caller caller) {
        Cursor after = cursor == null ? Cursor.of(Instant.EPOCH, BEFORE_ALL) : Cursor.decode(cursor, 2);
        List<MeetingResponse> rows =
                meetings.findOf(caller.id(), from, until, after.instant(0), after.uuid(1), limit + 1).stream()
                        .map(Meeting::response)
                        .toList();
        return CursorPage.of(rows, limit, meeting -> Cursor.of(meeting.startAt(), meeting.id()));
    }

    private Meeting lockToChange(UUID id, Caller caller) {
        Meeting meeting =
                meetings.findLocked(id).filter(found -> maySee(found, caller)).orElseThrow(MeetingService::notFound);
        requireOrganiser(meeting, caller);
        return meeting;
    }

    private static void requireOrganiser(Meeting meeting, Caller caller) {
        if (!caller.isCeo() && !meeting.organiserId().equals(caller.id())) {
            throw DomainException.forbidden("Only its organiser and the CEO may do this with a meeting.");
        }
    }

    private static boolean maySee(Meeting meeting, Caller caller) {
        return caller.isCeo() || meeting.isOf(caller.id());
    }

    private void requireActive(List<UUID> attendees, Collection<UUID> before) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < attendees.size(); i++) {
            if (!before.contains(attendees.get(i)) && !organisation.isActive(attendees.get(i))) {
                errors.add(new FieldError("attendeeIds[" + i + "]", "is not an active person of this organisation"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }

    private void tell(String type, MeetingResponse meeting, Map<String, FieldChange> changed) {
        outbox.append(OutgoingEvent.of(Topic.TASKS, type, meeting.id(), MeetingEvent.of(meeting, changed)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException notFound() {
        return DomainException.notFound("meeting");
    }
}
