package com.ceoplatform.message.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that has been checked and waits for its number.
 *
 * @param threadRootId the first message of the thread that it answers in; null outside threads
 * @param clientMessageId the sender's own id of it: a second message under the same one is the first one again
 */
public record NewMessage(
        UUID channelId,
        UUID senderId,
        String content,
        @Nullable UUID replyTo,
        @Nullable UUID threadRootId,
        Priority priority,
        @Nullable String clientMessageId,
        List<UUID> mentionedUserIds) {

    public NewMessage {
        mentionedUserIds = List.copyOf(mentionedUserIds);
    }
}
