package com.ceoplatform.notification.reminder;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of a reminder and marks it as fired, both or neither: once, however many processes look. */
@Service
class ReminderFiring {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderFiring.class);

    private final Reminders reminders;
    private final Teller teller;
    private final Clock clock;

    ReminderFiring(Reminders reminders, Teller teller, Clock clock) {
        this.reminders = requireNonNull(reminders, "reminders is null");
        this.teller = requireNonNull(teller, "teller is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Fires a reminder, unless it was fired or cancelled already. */
    @Transactional
    public void fire(UUID id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        reminders.lock(id).filter(Reminder::isScheduled).ifPresent(reminder -> {
            new EventContext(reminder.createdBy(), null, null, null)
                    .run(() -> teller.tellFor(reminder.createdBy(), notice(reminder)));
            reminder.fire(now);
            reminders.saveAndFlush(reminder);
            LOG.info("Reminded {} people of {}", reminder.audience().size(), reminder.id());
        });
    }

    private static Notice notice(Reminder reminder) {
        boolean own = reminder.audience().stream().allMatch(reminder::wasCreatedBy);
        return Notice.ofAdmitted(
                NotificationKind.REMINDER,
                creator -> own ? "Reminder" : "Reminder from " + creator,
                reminder.about(),
                new Subject(SubjectKind.REMINDER, reminder.id(), reminder.about(), null),
                reminder.audience());
    }
}
