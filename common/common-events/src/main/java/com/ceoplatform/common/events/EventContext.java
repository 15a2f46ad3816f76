package com.ceoplatform.common.events;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf and because of what the current thread works; the outbox writes it into every event.
 *
 * @param actorId the person, null when nobody
 * @param correlationId the voice command, null when none
 * @param causationId the event being handled, null when none
 * @param traceparent W3C trace context, null when unknown
 */
public record EventContext(
        @Nullable UUID actorId,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent) {

    private static final EventContext NONE = new EventContext(null, null, null, null);
    private static final ScopedValue<EventContext> CURRENT = ScopedValue.newInstance();

    /** The context of this thread; all of its parts are null outside {@link #call}. */
    public static EventContext current() {
        return CURRENT.orElse(NONE);
    }

    /** The context of work that an event causes. */
    public static EventContext causedBy(Event<?> event) {
        return new EventContext(event.actorId(), event.correlationId(), event.id(), event.traceparent());
    }

    /** Runs the work within this context. */
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Runs the work within this context. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
