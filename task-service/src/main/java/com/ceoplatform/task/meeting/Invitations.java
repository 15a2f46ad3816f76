package com.ceoplatform.task.meeting;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.task.ical.CalendarEntry;
import com.ceoplatform.task.ical.CalendarWriter;
import com.ceoplatform.task.meeting.InvitationResponse.Method;
import com.ceoplatform.task.meeting.InvitationResponse.State;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to those who are invited, in the transaction of the change: a mail is there exactly when the change is. Sending
 * it is the business of {@link InvitationPost}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Invitations {

    private final InvitationMails mails;
    private final People people;
    private final MailTransport transport;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> post;
    private final Clock clock;

    Invitations(
            InvitationMails mails,
            People people,
            MailTransport transport,
            SchedulerClient scheduler,
            OneTimeTask<Void> invitationMail,
            Clock clock) {
        this.mails = mails;
        this.people = people;
        this.transport = transport;
        this.scheduler = scheduler;
        this.post = invitationMail;
        this.clock = clock;
    }

    public void scheduled(Meeting meeting) {
        write(meeting, "Invitation", Method.REQUEST, meeting.attendeeIds());
    }

    /** Tells everybody of another time or place, and otherwise only those who are new or no longer invited. */
    public void changed(Meeting meeting, MeetingResponse before) {
        MeetingResponse after = meeting.response();
        Set<UUID> removed = new HashSet<>(before.attendeeIds());
        meeting.attendeeIds().forEach(removed::remove);
        write(meeting, "Cancelled", Method.CANCEL, removed);
        boolean onlyPeople = MeetingEvent.changes(before, after).keySet().stream()
                .allMatch(Set.of("attendeeIds", "attendees")::contains);
        Set<UUID> added = new HashSet<>(after.attendeeIds());
        before.attendeeIds().forEach(added::remove);
        write(meeting, "Invitation", Method.REQUEST, added);
        if (!onlyPeople) {
            Set<UUID> stayed = new HashSet<>(after.attendeeIds());
            stayed.removeAll(added);
            write(meeting, "Changed", Method.REQUEST, stayed);
        }
    }

    public void cancelled(Meeting meeting) {
        write(meeting, "Cancelled", Method.CANCEL, meeting.attendeeIds());
    }

    public List<InvitationResponse> of(UUID meetingId) {
        return mails.of(meetingId);
    }

    private void write(Meeting meeting, String occasion, Method method, Collection<UUID> userIds) {
        if (userIds.isEmpty()) {
            return;
        }
        Set<UUID> everybody = new HashSet<>(meeting.attendeeIds());
        everybody.addAll(userIds);
        everybody.add(meeting.organiserId());
        Map<UUID, Person> known = people.known(everybody);
        Person organiser = known.get(meeting.organiserId());
        if (organiser == null) {
            return; // nobody to answer to
        }
        Instant now = clock.instant();
        CalendarWriter writer = new CalendarWriter(meeting.zone());
        for (UUID userId : userIds) {
            Person guest = known.get(userId);
            if (guest != null && guest.active() && !userId.equals(organiser.id())) {
                CalendarEntry entry = MeetingCalendar.entry(meeting, known, method == Method.CANCEL ? guest : null);
                post(mail(meeting, occasion, method, guest, organiser, writer.invitation(entry)), now);
            }
        }
    }

    private static InvitationMail mail(
            Meeting meeting, String occasion, Method method, Person guest, Person organiser, String calendar) {
        MeetingResponse state = meeting.response();
        return new InvitationMail(
                Ids.next(),
                meeting.id(),
                guest.id(),
                guest.email(),
                organiser.email(),
                method,
                occasion + ": " + state.title().replaceAll("\\p{Cntrl}+", " "),
                InvitationText.of(state, guest, organiser, method),
                calendar);
    }

    private void post(InvitationMail mail, Instant now) {
        mails.add(mail, transport.isOn() ? State.PENDING : State.OFF, now);
        if (transport.isOn()) {
            scheduler.scheduleIfNotExists(post.instance(mail.id().toString()), now);
        }
    }
}
