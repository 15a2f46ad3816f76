package com.ceoplatform.notification.push;

import java.time.Instant;
import java.util.UUID;

/** A subscription as REST returns it; the browser's secret stays here. */
record SubscriptionResponse(UUID id, String endpoint, Instant createdAt) {

    static SubscriptionResponse from(PushSubscription subscription) {
        return new SubscriptionResponse(subscription.id(), subscription.endpoint(), subscription.createdAt());
    }
}
