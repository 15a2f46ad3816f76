package com.ceoplatform.notification.notification;

/** What a notification is about, the most pressing first: that order decides which of several items leads. */
public enum NotificationKind {
    URGENT_MESSAGE,
    REMINDER,
    TASK_ASSIGNED,
    MEETING_INVITATION,
    MENTION,
    DIRECT_MESSAGE,
    CHANNEL_INVITATION
}
