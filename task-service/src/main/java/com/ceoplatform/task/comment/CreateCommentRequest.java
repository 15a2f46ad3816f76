package com.ceoplatform.task.comment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /tasks/{id}/comments}. */
record CreateCommentRequest(
        @NotBlank @Size(max = 10_000) String content,

        @Schema(description = "Who is told about it; they watch the task from then on") @Size(max = 50) @Nullable
        List<@NotNull UUID> mentionedUserIds) {

    List<UUID> mentions() {
        return Objects.requireNonNullElse(mentionedUserIds, List.<UUID>of()).stream()
                .distinct()
                .toList();
    }
}
