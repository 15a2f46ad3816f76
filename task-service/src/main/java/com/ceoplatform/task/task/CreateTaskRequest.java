package com.ceoplatform.task.task;

import com.ceoplatform.common.json.Change;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /tasks}; only the title is needed. */
public record CreateTaskRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = TaskRules.TITLE_LENGTH) @Nullable
        String title,

        @Schema(maxLength = TaskRules.DESCRIPTION_LENGTH) @Nullable
        String description,

        @Schema(description = "Pending when left out") @Nullable
        TaskStatus status,

        @Schema(description = "Medium when left out") @Nullable
        TaskPriority priority,

        @Schema(description = "Who does it: at most 50 active people") @Nullable
        List<UUID> assigneeIds,

        @Schema(description = "Who wants to know about it") @Nullable
        List<UUID> watcherIds,

        @Schema(description = "With zone or offset; stored in UTC") @Nullable
        Instant dueAt,

        @Schema(description = "How many minutes before the due date to remind those responsible") @Nullable
        List<Integer> reminderMinutes,

        @Schema(description = "Makes it the first of a series; needs a due date") @Nullable
        RepeatRequest recurrence,

        @Schema(description = "Its members see the task, and nobody else when it is not public") @Nullable
        UUID channelId,

        @Nullable UUID parentTaskId,
        @Nullable List<String> labels,

        @Schema(description = "Tasks that must be completed first") @Nullable
        List<UUID> blockedBy) {

    /** What is to be set on the new task; what was left out keeps its default. */
    public TaskEdit edit() {
        return new TaskEdit(
                Change.to(title),
                given(description),
                given(status),
                given(priority),
                given(assigneeIds),
                List.of(),
                List.of(),
                given(watcherIds),
                given(dueAt),
                given(reminderMinutes),
                given(recurrence),
                given(channelId),
                given(parentTaskId),
                given(labels),
                given(blockedBy));
    }

    private static <T> Change<T> given(@Nullable T value) {
        return value == null ? Change.absent() : Change.to(value);
    }
}
