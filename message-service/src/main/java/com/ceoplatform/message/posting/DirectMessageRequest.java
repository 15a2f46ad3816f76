package com.ceoplatform.message.posting;

import com.ceoplatform.message.message.Priority;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A message to people instead of a channel; the rest as for {@link PostMessageRequest}. */
record DirectMessageRequest(
        @NotEmpty @Size(max = 20) List<@NotNull UUID> userIds,
        @NotBlank @CodePointLength(max = 10_000) String content,
        @Nullable UUID replyTo,
        @Nullable Priority priority,
        @Nullable @Size(min = 1, max = 100) String clientMessageId) {

    PostMessageRequest message() {
        return new PostMessageRequest(content, replyTo, priority, clientMessageId);
    }
}
