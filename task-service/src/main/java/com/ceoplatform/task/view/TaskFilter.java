package com.ceoplatform.task.view;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** Which tasks to list; conditions that are given must all hold. Query parameters of {@code GET /tasks}. */
@ParameterObject
public record TaskFilter(
        @Parameter(description = "Tasks this person is assigned to") @Nullable
        UUID assigneeId,

        @Parameter(description = "Any of these; repeat it or separate them by commas") @Nullable
        List<TaskStatus> status,

        @Parameter(description = "Any of these; repeat it or separate them by commas") @Nullable
        List<TaskPriority> priority,

        @Parameter(description = "Tasks of this channel") @Nullable
        UUID channelId,

        @Parameter(description = "Subtasks of this task") @Nullable
        UUID parentTaskId,

        @Parameter(description = "Due before this moment, exclusively") @Nullable
        Instant dueBefore,

        @Parameter(description = "Due at or after this moment") @Nullable
        Instant dueAfter,

        @Parameter(description = "Tasks that this person created") @Nullable
        UUID createdBy,

        @Parameter(description = "Tasks that this person watches") @Nullable
        UUID watcherId,

        @Parameter(description = "Tasks of this series") @Nullable
        UUID seriesId,

        @Parameter(description = "true: only what nobody is assigned to; false: only what somebody is") @Nullable
        Boolean unassigned,

        @Parameter(description = "true: only what has no due date; false: only what has one") @Nullable
        Boolean undated,

        @Parameter(description = "true: only what is open and was due in the past") @Nullable
        Boolean overdue,

        @Parameter(description = "Changed at or after this moment") @Nullable
        Instant updatedAfter,

        @Parameter(description = "Tasks with this label") @Nullable
        String label,

        @Parameter(
                description =
                        "Words of title and description; \"a phrase\", or, -not; the last word may be a beginning")
        @Nullable
        String q) {

    boolean hasWords() {
        return q != null && !q.isBlank();
    }

    /** Whether only tasks that are not finished are asked for. */
    boolean wantsOpen() {
        return status != null && !status.isEmpty() && status.stream().noneMatch(TaskStatus::isClosed);
    }

    /** Nothing but the subtasks of a task. */
    public static TaskFilter subtasksOf(UUID taskId) {
        return new TaskFilter(
                null, null, null, null, taskId, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What is open and due within a span: of an assignee, or of a creator while nobody is assigned. */
    public static TaskFilter dueWithin(
            Instant from, Instant until, List<TaskStatus> open, @Nullable UUID assignee, @Nullable UUID creator) {
        Boolean unassigned = assignee == null ? true : null;
        return new TaskFilter(
                assignee,
                open,
                null,
                null,
                null,
                until,
                from,
                creator,
                null,
                null,
                unassigned,
                null,
                null,
                null,
                null,
                null);
    }
}
