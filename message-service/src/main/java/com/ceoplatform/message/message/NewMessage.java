package com.ceoplatform.message.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that has been checked and waits for its number.
 *
 * @param text whom it mentions is left out of its JSON, by which a repeated request is known: people may have come and gone
 *     between two attempts
 * @param senderId who wrote it, or for a message of the platform who caused it
 * @param subjectIds the people that a message of the platform is about
 * @param threadRootId the first message of the thread that it answers in; null outside threads
 * @param clientMessageId the sender's own id of it: a second message under the same one is the first one again
 */
public record NewMessage(
        UUID channelId,
        UUID senderId,
        MessageType type,
        @JsonIgnoreProperties("mentionedUserIds") MessageText text,
        List<UUID> subjectIds,
        @Nullable UUID replyTo,
        @Nullable UUID threadRootId,
        Priority priority,
        @Nullable String clientMessageId) {

    public NewMessage {
        subjectIds = List.copyOf(subjectIds);
    }

    /** What the platform says about something that happened. */
    public static NewMessage ofPlatform(
            MessageType type, UUID channelId, UUID causedBy, MessageText text, List<UUID> subjectIds) {
        return new NewMessage(channelId, causedBy, type, text, subjectIds, null, null, Priority.MEDIUM, null);
    }
}
