package com.ceoplatform.notification.notification;

import java.util.UUID;
import java.util.stream.Stream;

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

    boolean isIn(UUID channel) {
        return channel.equals(subject.channelId());
    }

    /** The ids under which it is found again: of the subject, and of the channel that this is in. */
    Stream<UUID> subjectIds() {
        return Stream.concat(Stream.of(subject.id()), Stream.ofNullable(subject.channelId()));
    }

    boolean tellsTheSameAs(Item other) {
        return kind == other.kind && isAbout(other.subject.id());
    }

    Item withBody(String words) {
        return new Item(kind, title, words, subject);
    }
}
