package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.DeliveryChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a notification leaves, or left, by one channel.
 *
 * @param targetId the subscription or webhook; the person for mail
 * @param state waiting: for its digest; then as the dispatch stands
 * @param items how many notifications left together with it; 1 when it went alone, 0 while it waits
 * @param nextAttemptAt null when there will be none
 * @param detail what the other side said last
 */
record DeliveryResponse(
        DeliveryChannel channel,
        UUID targetId,
        State state,
        int items,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        @Nullable String detail) {

    /** Where it stands. */
    enum State {
        WAITING,
        PENDING,
        SENT,
        BOUNCED,
        SUPPRESSED,
        WITHDRAWN,
        DEAD
    }
}
