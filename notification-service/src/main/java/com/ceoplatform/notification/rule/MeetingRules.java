package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of meetings: those who are to attend, when one is scheduled, changed or cancelled, and its organiser of their
 * answers.
 */
@Component
class MeetingRules {

    private static final Set<NotificationKind> EARLIER =
            EnumSet.of(NotificationKind.MEETING_INVITATION, NotificationKind.MEETING_CHANGED);

    private final Teller teller;
    private final Withdrawal withdrawal;

    MeetingRules(Teller teller, Withdrawal withdrawal) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
    }

    record Meeting(
            UUID id,
            String title,
            List<UUID> attendeeIds,
            @Nullable Changed changed) {

        /** Those who were already asked to come. */
        List<UUID> invitedBefore() {
            return changed == null || changed.attendeeIds() == null
                    ? attendeeIds
                    : changed.attendeeIds().from();
        }

        boolean isAnother() {
            return changed != null && changed.matters();
        }
    }

    /** @param response of the one who answered, as the calendar calls it */
    record Answered(UUID id, String title, UUID organiserId, String response) {

        /** What the one who answered did. */
        String words() {
            return switch (response) {
                case "accepted" -> " accepted your meeting";
                case "declined" -> " declined your meeting";
                case "tentative" -> " may come to your meeting";
                default -> " took back the answer to your meeting";
            };
        }
    }

    record Changed(
            @Nullable Attendees attendeeIds,
            @Nullable Object title,
            @Nullable Object location,
            @Nullable Object startAt,
            @Nullable Object endAt) {

        /** Whether those who knew of it must learn something; that others come or answer concerns nobody. */
        boolean matters() {
            return title != null || location != null || startAt != null || endAt != null;
        }
    }

    record Attendees(List<UUID> from) {}

    void addTo(Subscription.Builder subscription) {
        subscription
                .on(
                        "meeting.scheduled",
                        Meeting.class,
                        event -> invite(event, event.data().attendeeIds()))
                .on("meeting.changed", Meeting.class, this::changed)
                .on("meeting.cancelled", Meeting.class, this::cancelled)
                .on("meeting.responded", Answered.class, this::answered);
    }

    private void invite(Event<Meeting> event, Collection<UUID> attendees) {
        tell(event, NotificationKind.MEETING_INVITATION, " invited you to a meeting", attendees);
    }

    private void changed(Event<Meeting> event) {
        Meeting meeting = event.data();
        List<UUID> before = meeting.invitedBefore();
        List<UUID> added = new ArrayList<>(meeting.attendeeIds());
        added.removeAll(before);
        List<UUID> removed = new ArrayList<>(before);
        removed.removeAll(meeting.attendeeIds());
        List<UUID> still = new ArrayList<>(meeting.attendeeIds());
        still.retainAll(before);
        withdrawal.ofSubject(meeting.id(), EARLIER, removed);
        invite(event, added);
        if (meeting.isAnother()) {
            tell(event, NotificationKind.MEETING_CHANGED, " changed a meeting with you", still);
        }
        tell(event, NotificationKind.MEETING_CANCELLED, " took you off a meeting", removed);
    }

    /** Who takes back the command that scheduled it takes back the news as well; nobody has to hear of it then. */
    private void cancelled(Event<Meeting> event) {
        Set<UUID> toldBy = withdrawal.ofSubject(event.data().id());
        if (event.correlationId() == null || !toldBy.contains(event.correlationId())) {
            tell(
                    event,
                    NotificationKind.MEETING_CANCELLED,
                    " cancelled a meeting with you",
                    event.data().attendeeIds());
        }
    }

    private void answered(Event<Answered> event) {
        Answered meeting = event.data();
        teller.tell(
                Notice.of(
                        NotificationKind.MEETING_RESPONSE,
                        actor -> actor + meeting.words(),
                        meeting.title(),
                        subject(meeting.id(), meeting.title()),
                        List.of(meeting.organiserId())),
                event);
    }

    private void tell(Event<Meeting> event, NotificationKind kind, String what, Collection<UUID> people) {
        Meeting meeting = event.data();
        Subject subject = subject(meeting.id(), meeting.title());
        teller.tell(Notice.of(kind, actor -> actor + what, meeting.title(), subject, people), event);
    }

    private static Subject subject(UUID id, String title) {
        return new Subject(SubjectKind.MEETING, id, title, null);
    }
}
