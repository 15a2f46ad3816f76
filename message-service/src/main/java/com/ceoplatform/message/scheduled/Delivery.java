package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.message.message.NewMessage;
import com.ceoplatform.message.posting.JoinedPosting;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the message and that it has been sent in one transaction: it is sent once, however often that is tried. */
@Service
class Delivery {

    private final ScheduledMessages scheduled;
    private final JoinedPosting posting;
    private final ScheduledEvents events;
    private final Clock clock;

    Delivery(ScheduledMessages scheduled, JoinedPosting posting, ScheduledEvents events, Clock clock) {
        this.scheduled = requireNonNull(scheduled, "scheduled is null");
        this.posting = requireNonNull(posting, "posting is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** @param version of the message that the draft was made of; when it has been changed since, it is to be tried anew */
    @Transactional
    public Optional<Instant> deliver(UUID id, long version, NewMessage draft) {
        Optional<ScheduledMessage> found = scheduled.findForChange(id).filter(ScheduledMessage::isWaiting);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ScheduledMessage message = found.get();
        if (message.version() != version) {
            return Optional.of(message.sendAt());
        }
        EventContext sender = new EventContext(message.senderId(), null, null, null);
        message.sent(posting.post(draft, sender), now());
        end(message, sender);
        return Optional.empty();
    }

    @Transactional
    public void giveUp(UUID id, String code) {
        scheduled.findForChange(id).filter(ScheduledMessage::isWaiting).ifPresent(message -> {
            message.failed(code, now());
            end(message, new EventContext(message.senderId(), null, null, null));
        });
    }

    private void end(ScheduledMessage message, EventContext context) {
        scheduled.saveAndFlush(message);
        context.run(() -> events.ended(ScheduledMessageResponse.from(message)));
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
