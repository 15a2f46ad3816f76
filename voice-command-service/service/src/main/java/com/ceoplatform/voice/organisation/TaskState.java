package com.ceoplatform.voice.organisation;

import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A task as its service answers and as its events carry it. */
record TaskState(
        UUID id,
        String title,
        String status,
        @Nullable String priority,
        @Nullable Instant dueAt,
        List<UUID> assigneeIds,
        @Nullable UUID channelId,
        @Nullable UUID createdBy,
        Instant createdAt,
        long version) {

    Task toTask() {
        return new Task(
                id.toString(),
                title,
                TaskStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                priority == null ? null : Priority.valueOf(priority.toUpperCase(Locale.ROOT)),
                dueAt,
                assigneeIds.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet()),
                channelId == null ? null : channelId.toString(),
                createdAt,
                createdBy == null ? null : createdBy.toString());
    }
}
