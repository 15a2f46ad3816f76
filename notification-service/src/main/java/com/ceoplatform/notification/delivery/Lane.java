package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.NotificationKind;

/** What is urgent has workers of its own, so that nothing else is ever before it. */
public enum Lane {
    URGENT,
    BULK;

    /** The lane of a kind of notification. */
    public static Lane of(NotificationKind kind) {
        return kind.isUrgent() ? URGENT : BULK;
    }
}
