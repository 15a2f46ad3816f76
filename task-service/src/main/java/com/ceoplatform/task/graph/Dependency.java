package com.ceoplatform.task.graph;

import java.time.Instant;
import java.util.UUID;

/** {@code taskId} waits for {@code dependsOnTaskId}. */
public record Dependency(UUID taskId, UUID dependsOnTaskId, DependencyType type, UUID createdBy, Instant createdAt) {}
