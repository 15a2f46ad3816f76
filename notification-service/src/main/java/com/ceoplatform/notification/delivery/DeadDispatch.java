package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.DeliveryChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dispatch of which every attempt failed. */
record DeadDispatch(
        UUID id,
        UUID recipientId,
        DeliveryChannel channel,
        UUID targetId,
        Lane lane,
        int attempts,
        @Nullable String detail,
        Instant createdAt) {}
