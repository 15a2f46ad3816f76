package com.ceoplatform.task.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as clients and events see it.
 *
 * @param reminderMinutes how long before it is due those responsible are reminded, the earliest first
 * @param recurrence how it repeats; null when it does not
 * @param blockedBy the tasks that must be completed first
 * @param completedAt when it reached its end; null for all but completed tasks
 * @param version also its entity tag
 */
public record TaskResponse(
        UUID id,
        String title,
        @Nullable String description,
        TaskStatus status,
        TaskPriority priority,
        List<UUID> assigneeIds,
        List<UUID> watcherIds,
        UUID createdBy,
        @Nullable Instant dueAt,
        List<Integer> reminderMinutes,
        @Nullable Recurrence recurrence,
        @Nullable UUID channelId,
        @Nullable UUID parentTaskId,
        List<String> labels,
        List<UUID> blockedBy,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public TaskResponse {
        assigneeIds = List.copyOf(assigneeIds);
        watcherIds = List.copyOf(watcherIds);
        reminderMinutes = List.copyOf(reminderMinutes);
        labels = List.copyOf(labels);
        blockedBy = List.copyOf(blockedBy);
    }

    /** The same with what it waited for before its edges were removed. */
    public TaskResponse withBlockedBy(List<UUID> others) {
        return new TaskResponse(
                id,
                title,
                description,
                status,
                priority,
                assigneeIds,
                watcherIds,
                createdBy,
                dueAt,
                reminderMinutes,
                recurrence,
                channelId,
                parentTaskId,
                labels,
                others,
                completedAt,
                createdAt,
                updatedAt,
                version);
    }
}
