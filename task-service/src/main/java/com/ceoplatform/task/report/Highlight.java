package com.ceoplatform.task.report;

import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A task that a report names. */
record Highlight(
        UUID id, String title, TaskStatus status, TaskPriority priority, List<UUID> assigneeIds, Instant dueAt) {}
