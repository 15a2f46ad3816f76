package com.ceoplatform.task.dependency;

import com.ceoplatform.task.graph.DependencyType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /tasks/{id}/dependencies}: the task of the path waits for this one. */
record AddDependencyRequest(
        @NotNull UUID dependsOnTaskId,

        @Schema(description = "blocks when left out") @Nullable
        DependencyType type) {

    DependencyType typeOrDefault() {
        return Objects.requireNonNullElse(type, DependencyType.BLOCKS);
    }
}
