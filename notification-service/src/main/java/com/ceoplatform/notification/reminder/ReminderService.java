package com.ceoplatform.notification.reminder;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schedules and cancels reminders. They are for their creator and those whom they remind; others do not see them. */
@Service
class ReminderService {

    /** What is a little late may still have been meant for now. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration FURTHEST = Duration.ofDays(5 * 366);
    private static final UUID FIRST = new UUID(0, 0);

    private final Reminders reminders;
    private final SchedulerClient scheduler;
    private final Clock clock;

    ReminderService(Reminders reminders, SchedulerClient scheduler, Clock clock) {
        this.reminders = requireNonNull(reminders, "reminders is null");
        this.scheduler = requireNonNull(scheduler, "scheduler is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Idempotent
    @Transactional
    public ReminderResponse schedule(UUID callerId, Reminder.Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (draft.at().isBefore(now.minus(GRACE))) {
            throw DomainException.invalid("at", "must not be in the past");
        }
        if (draft.at().isAfter(now.plus(FURTHEST))) {
            throw DomainException.invalid("at", "must be within five years");
        }
        UUID commandId = EventContext.current().correlationId();
        Reminder reminder = reminders.saveAndFlush(Reminder.schedule(draft, callerId, commandId, now));
        scheduler.scheduleIfNotExists(
                ReminderTask.NAME.instance(reminder.id().toString()).build(), reminder.at());
        return ReminderResponse.from(reminder);
    }

    @Transactional(readOnly = true)
    public ReminderResponse get(UUID callerId, UUID id) {
        return reminders
                .findById(id)
                .filter(reminder -> reminder.mayBeSeenBy(callerId))
                .map(ReminderResponse::from)
                .orElseThrow(ReminderService::notFound);
    }

    /** What the caller has scheduled and is still to come, the next one first. */
    @Transactional(readOnly = true)
    public CursorPage<ReminderResponse> scheduled(UUID callerId, int limit, @Nullable Cursor after) {
        Instant at = after == null ? Instant.EPOCH : after.instant(0);
        UUID id = after == null ? FIRST : after.uuid(1);
        List<Reminder> rows = reminders.pageOf(callerId, at, id, Limit.of(limit + 1));
        return CursorPage.of(rows, limit, last -> Cursor.of(last.at(), last.id()))
                .map(ReminderResponse::from);
    }

    /** Doing it again changes nothing. */
    @Transactional
    public void cancel(UUID callerId, UUID id, ExpectedVersion expected) {
        Reminder reminder =
                reminders.lock(id).filter(found -> found.mayBeSeenBy(callerId)).orElseThrow(ReminderService::notFound);
        if (!reminder.wasCreatedBy(callerId)) {
            throw DomainException.forbidden("Only who created a reminder may cancel it.");
        }
        expected.check(reminder.version());
        reminder.cancel();
        reminders.saveAndFlush(reminder);
    }

    private static DomainException notFound() {
        return DomainException.notFound("reminder");
    }
}
