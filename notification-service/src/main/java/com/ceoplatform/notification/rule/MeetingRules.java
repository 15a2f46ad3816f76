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
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is told of meetings: those who are to attend, when one is scheduled or changed. */
@Component
class MeetingRules {

    private final Teller teller;
    private final Withdrawal withdrawal;

    MeetingRules(Teller teller, Withdrawal withdrawal) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
    }

    record Meeting(UUID id, String title, List<UUID> attendeeIds) {}

    void addTo(Subscription.Builder subscription) {
        subscription
                .on("meeting.scheduled", Meeting.class, event -> tell(event, " invited you to a meeting"))
                .on("meeting.changed", Meeting.class, event -> tell(event, " changed a meeting with you"))
                .on(
                        "meeting.cancelled",
                        Meeting.class,
                        event -> withdrawal.ofSubject(event.data().id()));
    }

    private void tell(Event<Meeting> event, String what) {
        Meeting meeting = event.data();
        teller.tell(
                Notice.of(
                        NotificationKind.MEETING_INVITATION,
                        actor -> actor + what,
                        meeting.title(),
                        new Subject(SubjectKind.MEETING, meeting.id(), meeting.title(), null),
                        meeting.attendeeIds()),
                event);
    }
}
