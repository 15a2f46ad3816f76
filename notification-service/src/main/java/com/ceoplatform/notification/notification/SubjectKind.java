package com.ceoplatform.notification.notification;

/** The kinds of things that people are told of. */
public enum SubjectKind {
    TASK,
    CHANNEL,
    MESSAGE,
    SCHEDULED_MESSAGE,
    MEETING,
    REMINDER,
    FILE,
    ACCOUNT
}
