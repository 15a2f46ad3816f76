package com.ceoplatform.voice.language.organisation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task as far as sentences can name or select it. */
public record Task(
        String id,
        String title,
        TaskStatus status,
        @Nullable Priority priority,
        @Nullable Instant dueAt,
        Set<String> assigneeIds,
        @Nullable String channelId,
        Instant createdAt,
        @Nullable String createdBy) {

    /** Neither completed nor cancelled. */
    public boolean open() {
        return status != TaskStatus.COMPLETED && status != TaskStatus.CANCELLED;
    }

    public boolean overdue(Instant now) {
        return open() && dueAt != null && dueAt.isBefore(now);
    }
}
