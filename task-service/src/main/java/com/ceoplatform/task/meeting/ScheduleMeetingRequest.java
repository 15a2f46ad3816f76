package com.ceoplatform.task.meeting;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /meetings}. */
record ScheduleMeetingRequest(
        @NotBlank @Size(max = 500) String title,
        @Size(max = 20_000) @Nullable String description,
        @Size(max = 500) @Nullable String location,
        @NotNull Instant startAt,

        @Schema(description = "30 when left out") @Min(1) @Max(10_080) @Nullable
        Integer durationMinutes,

        @Size(max = 200) @Nullable List<@NotNull UUID> attendeeIds) {

    Duration length() {
        return Duration.ofMinutes(Objects.requireNonNullElse(durationMinutes, 30));
    }

    List<UUID> attendees() {
        return Objects.requireNonNullElse(attendeeIds, List.of());
    }
}
