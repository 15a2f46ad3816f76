package com.ceoplatform.notification.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as REST returns it and as its events carry it.
 *
 * @param kind that of the most pressing item, like title and subject
 * @param body the words of that item, then one line for each other
 * @param commandId the voice command that did it all; null for what was done by hand
 * @param items everything it tells of, the most pressing first
 * @param acknowledgedAt when its person said that they understood
 * @param withdrawnAt when it ceased to be true; it is in no list then
 * @param version also its entity tag; a second {@code notification.created} of the same id with a higher version replaces
 *     what the first one said
 */
public record NotificationResponse(
        UUID id,
        UUID userId,
        NotificationKind kind,
        String title,
        String body,
        Subject subject,
        @Nullable UUID actorId,
        @Nullable UUID commandId,
        List<Item> items,
        boolean read,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        long version) {

    static NotificationResponse from(Notification notification) {
        return new NotificationResponse(
                notification.id(),
                notification.userId(),
                notification.kind(),
                notification.title(),
                notification.body(),
                notification.items().getFirst().subject(),
                notification.actorId(),
                notification.commandId(),
                notification.items(),
                notification.isRead(),
                notification.readAt(),
                notification.acknowledgedAt(),
                notification.withdrawnAt(),
                notification.createdAt(),
                notification.version());
    }
}
