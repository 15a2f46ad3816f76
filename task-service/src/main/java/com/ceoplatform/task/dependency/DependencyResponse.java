package com.ceoplatform.task.dependency;

import com.ceoplatform.task.graph.Dependency;
import com.ceoplatform.task.graph.DependencyType;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * {@code taskId} waits for {@code dependsOnTaskId}.
 *
 * @param other the task at the other end, seen from the one that was asked about
 */
record DependencyResponse(
        UUID taskId, UUID dependsOnTaskId, DependencyType type, UUID createdBy, Instant createdAt, OtherTask other) {

    /** What a list shows of a task. */
    record OtherTask(UUID id, String title, TaskStatus status) {}

    static DependencyResponse from(Dependency edge, TaskResponse other) {
        return new DependencyResponse(
                edge.taskId(),
                edge.dependsOnTaskId(),
                edge.type(),
                edge.createdBy(),
                edge.createdAt(),
                new OtherTask(other.id(), other.title(), other.status()));
    }
}
