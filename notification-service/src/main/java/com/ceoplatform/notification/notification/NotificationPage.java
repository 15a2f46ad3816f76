package com.ceoplatform.notification.notification;

import com.ceoplatform.common.page.CursorPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of somebody's notifications.
 *
 * @param unreadCount of all their notifications, whatever the page shows
 */
record NotificationPage(
        List<NotificationResponse> items, @Nullable String nextCursor, long unreadCount) {

    static NotificationPage of(CursorPage<NotificationResponse> page, long unreadCount) {
        return new NotificationPage(page.items(), page.nextCursor(), unreadCount);
    }
}
