package com.ceoplatform.notification.notification;

import java.util.UUID;

/**
 * One thing that a notification tells of.
 *
 * @param title one line that says what happened
 * @param body what it is about, as its author wrote it
 */
public record Item(NotificationKind kind, String title, String body, Subject subject) {

    boolean isAbout(UUID subjectId) {
        return subject.id().equals(subjectId);
    }

    boolean tellsTheSameAs(Item other) {
        return kind == other.kind && isAbout(other.subject.id());
    }

    Item withoutBody() {
        return new Item(kind, title, "", subject);
    }
}
