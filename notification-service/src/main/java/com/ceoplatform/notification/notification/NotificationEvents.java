package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Saves notifications and tells of them, in the order of their person, within one transaction. Of those that their person
 * does not want in the list the clients hear nothing.
 */
@Component
class NotificationEvents {

    private final Notifications notifications;
    private final Outbox outbox;

    NotificationEvents(Notifications notifications, Outbox outbox) {
        this.notifications = requireNonNull(notifications, "notifications is null");
        this.outbox = requireNonNull(outbox, "outbox is null");
    }

    /** New ones, and those that say something else than before. */
    void saveCreated(List<Notification> changed) {
        save(changed).forEach(notification -> append("notification.created", notification));
    }

    void saveRead(List<Notification> changed) {
        save(changed).forEach(notification -> append("notification.read", notification));
    }

    void saveWithdrawn(List<Notification> changed) {
        save(changed).forEach(notification -> append("notification.withdrawn", notification));
    }

    /** Those to tell of; the version is known once the rows are written. */
    private List<NotificationResponse> save(List<Notification> changed) {
        notifications.saveAll(changed);
        notifications.flush();
        return changed.stream()
                .filter(Notification::isInApp)
                .map(NotificationResponse::from)
                .toList();
    }

    private void append(String type, NotificationResponse notification) {
        outbox.append(new OutgoingEvent(
                Topic.NOTIFICATIONS,
                type,
                notification.userId().toString(),
                notification.id().toString(),
                notification));
    }
}
