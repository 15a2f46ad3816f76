package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.DeliveryChannel;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification that is to leave by one channel.
 *
 * @param alone whether it leaves by itself when it is due; else it waits for its digest
 */
record Planned(
        UUID notificationId,
        UUID recipientId,
        DeliveryChannel channel,
        UUID targetId,
        Lane lane,
        Instant dueAt,
        boolean alone) {

    DeliveryBook.Open way() {
        return new DeliveryBook.Open(notificationId, channel, targetId);
    }
}
