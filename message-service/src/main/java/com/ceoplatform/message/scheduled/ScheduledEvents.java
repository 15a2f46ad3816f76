package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells the sender's devices of scheduled messages; the payload names nobody else. */
@Component
class ScheduledEvents {

    private final Outbox outbox;

    ScheduledEvents(Outbox outbox) {
        this.outbox = requireNonNull(outbox, "outbox is null");
    }

    void created(ScheduledMessageResponse scheduled) {
        append("created", scheduled);
    }

    void updated(ScheduledMessageResponse scheduled) {
        append("updated", scheduled);
    }

    /** Sent, cancelled or failed. */
    void ended(ScheduledMessageResponse scheduled) {
        append(scheduled.status().name().toLowerCase(Locale.ROOT), scheduled);
    }

    private void append(String what, ScheduledMessageResponse scheduled) {
        outbox.append(new OutgoingEvent(
                Topic.MESSAGES,
                "scheduled_message." + what,
                scheduled.userId().toString(),
                scheduled.id().toString(),
                scheduled));
    }
}
