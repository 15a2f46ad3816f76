package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notifications as the rest of this service needs them. */
@Service
public class NotificationArchive {

    private final Notifications notifications;

    NotificationArchive(Notifications notifications) {
        this.notifications = requireNonNull(notifications, "notifications is null");
    }

    /** Those of the given ones that still stand, the oldest first. */
    @Transactional(readOnly = true)
    public List<NotificationResponse> standing(Collection<UUID> ids) {
        return notifications.findStanding(ids).stream()
                .map(NotificationResponse::from)
                .toList();
    }

    /** @throws DomainException 404 {@code notification_not_found} */
    @Transactional(readOnly = true)
    public NotificationResponse own(UUID userId, UUID id) {
        return notifications
                .findOwn(id, userId)
                .map(NotificationResponse::from)
                .orElseThrow(() -> DomainException.notFound("notification"));
    }

    /**
     * Locks a notification against being read until the transaction ends.
     *
     * @return whether nobody has to be found for it any more: it was read, acknowledged or withdrawn, or is gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockAndSeeIfSettled(UUID id) {
        return notifications.lock(id).map(Notification::isSettled).orElse(true);
    }
}
