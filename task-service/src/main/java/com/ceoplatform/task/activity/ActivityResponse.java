package com.ceoplatform.task.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a task's history.
 *
 * @param type of the event, such as {@code task.status_changed}
 * @param actorId who did it; null when nobody did
 * @param commandId the voice command it was part of, null when it was done by hand
 * @param changed {@code {field: {from, to}}}
 */
public record ActivityResponse(
        UUID id,
        UUID taskId,
        String type,
        @Nullable UUID actorId,
        @Nullable UUID commandId,
        JsonNode changed,
        Instant at) {}
