package com.ceoplatform.task.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment on a task. Comments are not changed once they are written.
 *
 * @param version always 0
 */
record CommentResponse(
        UUID id,
        UUID taskId,
        UUID authorId,
        String content,
        List<UUID> mentionedUserIds,
        Instant createdAt,
        long version) {

    CommentResponse {
        mentionedUserIds = List.copyOf(mentionedUserIds);
    }
}
