package com.ceoplatform.notification.notification;

/** What a notification is about, the most pressing first: that order decides which of several items leads. */
public enum NotificationKind {
    SECURITY_NOTICE(0),
    URGENT_MESSAGE(1),
    REMINDER(2),
    MESSAGE_NOT_SENT(15),
    TASK_OVERDUE(3),
    TASK_DUE(4),
    TASK_ASSIGNED(5),
    MEETING_INVITATION(6),
    MEETING_CHANGED(7),
    MEETING_CANCELLED(8),
    MEETING_RESPONSE(16),
    MENTION(9),
    DIRECT_MESSAGE(10),
    THREAD_REPLY(17),
    TASK_COMMENT(11),
    TASK_STATUS(12),
    CHANNEL_INVITATION(13),
    FILE_SHARED(14);

    private final int code;

    NotificationKind(int code) {
        this.code = code;
    }

    /** Stays the same for good: it is in links that people have. At most 31. */
    public int code() {
        return code;
    }

    /** Whether it goes out at once, through quiet hours, and overtakes all that is not urgent. */
    public boolean isUrgent() {
        return this == SECURITY_NOTICE || this == URGENT_MESSAGE;
    }
}
