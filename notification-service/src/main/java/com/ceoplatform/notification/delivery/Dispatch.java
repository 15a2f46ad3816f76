package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.DeliveryChannel;
import java.util.UUID;

/**
 * A dispatch that this process has taken for one attempt.
 *
 * @param attempts this one included; also tells this attempt from a later one, should the lease run out
 */
record Dispatch(UUID id, UUID recipientId, DeliveryChannel channel, UUID targetId, Lane lane, int attempts) {}
