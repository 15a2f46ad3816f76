package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and marks a person's own notifications; those of others do not exist for them. */
@Service
class NotificationService {

    private final Notifications notifications;
    private final NotificationEvents events;
    private final Clock clock;

    NotificationService(Notifications notifications, NotificationEvents events, Clock clock) {
        this.notifications = requireNonNull(notifications, "notifications is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Transactional(readOnly = true)
    public NotificationResponse get(UUID userId, UUID id) {
        return notifications
                .findOwn(id, userId)
                .map(NotificationResponse::from)
                .orElseThrow(NotificationService::notFound);
    }

    /** Doing it again changes and tells nothing. */
    @Transactional
    public NotificationResponse markRead(UUID userId, UUID id, ExpectedVersion expected) {
        Notification notification = notifications.lockOwn(id, userId).orElseThrow(NotificationService::notFound);
        expected.check(notification.version());
        if (notification.markRead(now())) {
            events.saveRead(List.of(notification));
        }
        return NotificationResponse.from(notification);
    }

    /** Says that it was understood, and so read. Doing it again changes and tells nothing. */
    @Transactional
    public NotificationResponse acknowledge(UUID userId, UUID id) {
        Notification notification = notifications.lockOwn(id, userId).orElseThrow(NotificationService::notFound);
        if (notification.acknowledge(now())) {
            events.saveRead(List.of(notification));
        }
        return NotificationResponse.from(notification);
    }

    /** How many there were; each of them is told of once, however many do this at the same moment. */
    @Transactional
    public int markAllRead(UUID userId) {
        Instant now = now();
        List<Notification> unread = notifications.lockUnread(userId).stream()
                .filter(notification -> notification.markRead(now))
                .toList();
        events.saveRead(unread);
        return unread.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException notFound() {
        return DomainException.notFound("notification");
    }
}
