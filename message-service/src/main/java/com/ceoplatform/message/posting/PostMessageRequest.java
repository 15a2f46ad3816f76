package com.ceoplatform.message.posting;

import com.ceoplatform.message.message.Priority;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * A message to post.
 *
 * @param content 1 to 10,000 characters (code points), kept as written
 * @param replyTo a message of the same channel
 * @param priority medium when left out
 * @param clientMessageId the sender's own id: sent twice under it, a message is posted once
 */
public record PostMessageRequest(
        @NotBlank @CodePointLength(max = 10_000) String content,
        @Nullable UUID replyTo,
        @Nullable Priority priority,
        @Nullable @Size(min = 1, max = 100) String clientMessageId) {

    Priority priorityOrMedium() {
        return Objects.requireNonNullElse(priority, Priority.MEDIUM);
    }
}
