package com.ceoplatform.notification.reminder;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder to be.
 *
 * @param audience whom to remind; the caller alone when it is left out
 */
record CreateReminderRequest(
        @NotBlank @Size(max = 1000) String about,

        @JsonAlias("userIds") @Nullable @Size(min = 1, max = 500)
        List<@NotNull UUID> audience,

        @NotNull Instant at) {}
