package com.ceoplatform.task.view;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tasks to list; conditions that are given must all hold. Query parameters of {@code GET /tasks}. */
public record TaskFilter(
        @Parameter(description = "Tasks this person is assigned to") @Nullable
        UUID assigneeId,

        @Parameter(description = "Any of these; repeat it or separate them by commas") @Nullable
        List<TaskStatus> status,

        @Parameter(description = "Any of these; repeat it or separate them by commas") @Nullable
        List<TaskPriority> priority,

        @Nullable UUID channelId,

        @Parameter(description = "Subtasks of this task") @Nullable
        UUID parentTaskId,

        @Parameter(description = "Due before this moment, exclusively") @Nullable
        Instant dueBefore,

        @Parameter(description = "Due at or after this moment") @Nullable
        Instant dueAfter,

        @Nullable UUID createdBy,
        @Nullable String label,

        @Parameter(
                description =
                        "Words of title and description; \"a phrase\", or, -not; the last word may be a beginning")
        @Nullable
        String q) {}
