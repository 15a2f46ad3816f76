package com.ceoplatform.task.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /tasks/batch}. */
record BatchRequest(
        @Schema(description = "all_or_nothing when left out") @Nullable
        BatchMode mode,

        @NotEmpty @Size(max = BatchRequest.LIMIT) List<@NotNull BatchItem> items) {

    static final int LIMIT = 100;

    BatchMode modeOrDefault() {
        return Objects.requireNonNullElse(mode, BatchMode.ALL_OR_NOTHING);
    }
}
