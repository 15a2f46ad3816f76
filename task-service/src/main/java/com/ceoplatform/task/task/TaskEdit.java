package com.ceoplatform.task.task;

import com.ceoplatform.common.json.Change;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PATCH /tasks/{id}}: a field that is left out stays as it is, null clears it.
 *
 * @param assigneeIds replaces all assignees, before the other two are added and removed
 */
@Schema(description = "What is left out stays as it is; null clears a field that may be empty")
public record TaskEdit(
        @Schema(maxLength = TaskRules.TITLE_LENGTH) Change<String> title,

        @Schema(maxLength = TaskRules.DESCRIPTION_LENGTH) Change<String> description,

        Change<TaskStatus> status,
        Change<TaskPriority> priority,

        @Schema(description = "Replaces all assignees") Change<List<UUID>> assigneeIds,

        @Schema(description = "Assigned beside those who are") @Nullable
        List<UUID> addAssigneeIds,

        @Schema(description = "No longer assigned") @Nullable
        List<UUID> removeAssigneeIds,

        Change<List<UUID>> watcherIds,

        Change<Instant> dueAt,
        Change<UUID> channelId,
        Change<UUID> parentTaskId,

        Change<List<String>> labels) {

    /** Sets everything but the status, which depends on other tasks. Values must have passed {@link TaskRules}. */
    void applyTo(Task task) {
        title.ifPresent(value -> task.rename(Objects.requireNonNull(value)));
        description.ifPresent(task::describe);
        priority.ifPresent(value -> task.prioritise(Objects.requireNonNull(value)));
        if (touchesAssignees()) {
            task.assign(assigneesAfter(task.assigneeIds()));
        }
        watcherIds.ifPresent(value -> task.watchedBy(orEmpty(value)));
        dueAt.ifPresent(value -> task.due(value == null ? null : value.truncatedTo(ChronoUnit.MICROS)));
        channelId.ifPresent(task::moveToChannel);
        parentTaskId.ifPresent(task::nestUnder);
        labels.ifPresent(value -> task.label(orEmpty(value)));
    }

    boolean touchesAssignees() {
        return assigneeIds.present()
                || !orEmpty(addAssigneeIds).isEmpty()
                || !orEmpty(removeAssigneeIds).isEmpty();
    }

    Set<UUID> assigneesAfter(List<UUID> before) {
        Set<UUID> after = new LinkedHashSet<>(assigneeIds.present() ? orEmpty(assigneeIds.value()) : before);
        after.addAll(orEmpty(addAssigneeIds));
        orEmpty(removeAssigneeIds).forEach(after::remove);
        return after;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
