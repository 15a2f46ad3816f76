package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.NotificationResponse;
import java.util.List;
import java.util.UUID;

/**
 * What one attempt is to bring: a notification, or the several of a digest.
 *
 * @param id the same for every attempt, so that the other side can see when something comes twice
 * @param recipientId a person, or a webhook of the organisation
 * @param targetId the address within the channel, as its {@link Courier} named it
 * @param notifications never empty, the oldest first
 */
public record Parcel(UUID id, UUID recipientId, UUID targetId, Lane lane, List<NotificationResponse> notifications) {

    public boolean isDigest() {
        return notifications.size() > 1;
    }
}
