package com.ceoplatform.task.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a task.
 *
 * @param editedAt when its author last changed it; null when never
 * @param version counts the changes; also its entity tag
 */
record CommentResponse(
        UUID id,
        UUID taskId,
        UUID authorId,
        String content,
        List<UUID> mentionedUserIds,
        Instant createdAt,
        @Nullable Instant editedAt,
        long version) {

    CommentResponse {
        mentionedUserIds = List.copyOf(mentionedUserIds);
    }

    CommentResponse edited(String newContent, List<UUID> newMentions, Instant at) {
        return new CommentResponse(id, taskId, authorId, newContent, newMentions, createdAt, at, version + 1);
    }

    /** What remains of it once it is deleted. */
    CommentResponse deleted() {
        return new CommentResponse(id, taskId, authorId, "", List.of(), createdAt, editedAt, version + 1);
    }
}
