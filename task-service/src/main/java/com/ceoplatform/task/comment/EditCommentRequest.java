package com.ceoplatform.task.comment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /tasks/{id}/comments/{commentId}}; what is left out stays as it is. */
record EditCommentRequest(
        @Size(max = 10_000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Nullable
        String content,

        @Schema(description = "Replaces those who were mentioned; people who are new here are told")
        @Size(max = 50)
        @Nullable
        List<@NotNull UUID> mentionedUserIds) {

    /** Everyone whom the comment may mention then, as far as the request tells. */
    List<UUID> mentions() {
        return Objects.requireNonNullElse(mentionedUserIds, List.<UUID>of()).stream()
                .distinct()
                .toList();
    }

    CommentResponse applyTo(CommentResponse comment, Instant at) {
        return comment.edited(
                Objects.requireNonNullElse(content, comment.content()),
                mentionedUserIds == null ? comment.mentionedUserIds() : mentions(),
                at);
    }
}
