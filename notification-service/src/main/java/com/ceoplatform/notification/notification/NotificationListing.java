package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists a person's notifications, the newest first, in two queries whatever the size of the page. */
@Service
class NotificationListing {

    private final EntityManager entities;
    private final Notifications notifications;

    NotificationListing(EntityManager entities, Notifications notifications) {
        this.entities = requireNonNull(entities, "entities is null");
        this.notifications = requireNonNull(notifications, "notifications is null");
    }

    /** @param unread null for all, true for those not read yet, false for those read */
    @Transactional(readOnly = true)
    public NotificationPage list(UUID userId, @Nullable Boolean unread, int limit, @Nullable Cursor after) {
        Map<String, Object> parameters = new HashMap<>();
        var query = entities.createNativeQuery(sql(userId, unread, after, parameters), Notification.class)
                .setMaxResults(limit + 1);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked") // a native query of an entity
        List<Notification> rows = query.getResultList();
        CursorPage<NotificationResponse> page = CursorPage.of(
                        rows, limit, last -> Cursor.of(last.createdAt(), last.id()))
                .map(NotificationResponse::from);
        return NotificationPage.of(page, notifications.countUnread(userId));
    }

    /** The query itself, apart so that a test can look at its plan. */
    static String sql(UUID userId, @Nullable Boolean unread, @Nullable Cursor after, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(
                "SELECT n.* FROM notification n WHERE n.user_id = :user AND n.withdrawn_at IS NULL AND n.in_app");
        parameters.put("user", userId);
        if (unread != null) {
            sql.append(" AND n.read = :read");
            parameters.put("read", !unread);
        }
        if (after != null) {
            sql.append(" AND (n.created_at, n.id) < (:afterTime, :afterId)");
            parameters.put("afterTime", after.instant(0));
            parameters.put("afterId", after.uuid(1));
        }
        return sql.append(" ORDER BY n.created_at DESC, n.id DESC").toString();
    }
}
