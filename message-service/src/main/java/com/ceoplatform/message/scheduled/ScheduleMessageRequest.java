package com.ceoplatform.message.scheduled;

import com.ceoplatform.message.message.Priority;
import com.ceoplatform.message.posting.PostMessageRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * A message to send later.
 *
 * @param content as for a message that is sent at once
 * @param priority medium when left out
 * @param sendAt in the future, within a year
 */
record ScheduleMessageRequest(
        @NotNull UUID channelId,
        @NotBlank @CodePointLength(max = 10_000) String content,
        @Nullable UUID replyTo,
        @Nullable Priority priority,
        @NotNull Instant sendAt) {

    /** The message as it would be posted now. */
    PostMessageRequest message() {
        return new PostMessageRequest(content, replyTo, priority, null);
    }

    Priority priorityOrMedium() {
        return Objects.requireNonNullElse(priority, Priority.MEDIUM);
    }
}
