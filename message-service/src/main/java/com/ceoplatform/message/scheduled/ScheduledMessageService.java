package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
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

/** What people do with the messages that they have scheduled; those of others do not exist for them. */
@Service
class ScheduledMessageService {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final ScheduledMessages scheduled;
    private final Dispatch dispatch;
    private final ScheduledEvents events;
    private final Clock clock;

    ScheduledMessageService(ScheduledMessages scheduled, Dispatch dispatch, ScheduledEvents events, Clock clock) {
        this.scheduled = requireNonNull(scheduled, "scheduled is null");
        this.dispatch = requireNonNull(dispatch, "dispatch is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Idempotent
    @Transactional
    public ScheduledMessageResponse schedule(UUID senderId, ScheduleMessageRequest request) {
        Instant now = now();
        requireAhead(request.sendAt(), now);
        ScheduledMessage message = scheduled.saveAndFlush(new ScheduledMessage(senderId, request, now));
        dispatch.at(message.id(), message.sendAt());
        ScheduledMessageResponse response = ScheduledMessageResponse.from(message);
        events.created(response);
        return response;
    }

    @Transactional(readOnly = true)
    public ScheduledMessageResponse show(UUID senderId, UUID id) {
        return scheduled
                .findById(id)
                .filter(message -> message.senderId().equals(senderId))
                .map(ScheduledMessageResponse::from)
                .orElseThrow(ScheduledMessageService::notFound);
    }

    /** The next first. */
    @Transactional(readOnly = true)
    public CursorPage<ScheduledMessageResponse> list(UUID senderId, boolean all, @Nullable Cursor after, int limit) {
        Instant sendAt = after == null ? Instant.EPOCH : after.instant(0);
        UUID id = after == null ? new UUID(0, 0) : after.uuid(1);
        Limit rows = Limit.of(limit + 1);
        List<ScheduledMessageResponse> found = (all
                        ? scheduled.all(senderId, sendAt, id, rows)
                        : scheduled.waiting(senderId, sendAt, id, rows))
                .stream().map(ScheduledMessageResponse::from).toList();
        return CursorPage.of(found, limit, message -> Cursor.of(message.sendAt(), message.id()));
    }

    @Transactional
    public ScheduledMessageResponse edit(UUID senderId, UUID id, EditScheduledRequest edit, ExpectedVersion expected) {
        ScheduledMessage message = own(senderId, id);
        expected.check(message.version());
        Instant now = now();
        if (edit.sendAt() != null) {
            requireAhead(edit.sendAt(), now);
        }
        message.edit(edit, now);
        scheduled.saveAndFlush(message);
        dispatch.moveTo(message.id(), message.sendAt());
        ScheduledMessageResponse response = ScheduledMessageResponse.from(message);
        events.updated(response);
        return response;
    }

    @Transactional
    public void cancel(UUID senderId, UUID id, ExpectedVersion expected) {
        ScheduledMessage message = own(senderId, id);
        expected.check(message.version());
        message.cancel(now());
        scheduled.saveAndFlush(message);
        dispatch.cancel(message.id());
        events.ended(ScheduledMessageResponse.from(message));
    }

    private ScheduledMessage own(UUID senderId, UUID id) {
        return scheduled
                .findForChange(id)
                .filter(message -> message.senderId().equals(senderId))
                .orElseThrow(ScheduledMessageService::notFound);
    }

    private static DomainException notFound() {
        return DomainException.notFound("scheduled_message");
    }

    private static void requireAhead(Instant sendAt, Instant now) {
        if (!sendAt.isAfter(now) || sendAt.isAfter(now.plus(FARTHEST))) {
            throw DomainException.invalid("sendAt", "must be in the future and within a year");
        }
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
