package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A way out of the platform. */
public interface Courier {

    DeliveryChannel channel();

    /**
     * Where each of the recipients is reached this way; those who are not are left out. One query, however many they are.
     */
    Map<UUID, Set<UUID>> targets(Collection<UUID> recipientIds, NotificationKind kind);

    /** Tries once, outside of transactions, and ends within the lease of a dispatch. */
    Outcome send(Parcel parcel);
}
