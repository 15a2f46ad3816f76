package com.ceoplatform.task.batch;

import com.ceoplatform.task.task.CreateTaskRequest;
import com.ceoplatform.task.task.TaskEdit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One task of a batch: with an id it is changed, without one it is created. */
record BatchItem(
        @Schema(description = "A name of your own for the new task, by which other items refer to it", maxLength = 64)
        @Nullable
        String tempId,

        @Schema(description = "The task to change, by its id or by the tempId of an item that creates it") @Nullable
        String id,

        @Schema(description = "Of a change: the version it was made up against; as If-Match") @Nullable
        Long version,

        @Schema(
                description = "As for POST /tasks, or as for PATCH /tasks/{id}; parentTaskId and blockedBy may name a"
                        + " tempId, too",
                oneOf = {CreateTaskRequest.class, TaskEdit.class})
        @Nullable
        JsonNode task) {

    boolean creates() {
        return id == null;
    }
}
