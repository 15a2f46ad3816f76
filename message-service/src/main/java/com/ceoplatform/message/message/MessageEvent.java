package com.ceoplatform.message.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of every message event: the message, flat, and what is special about the event.
 *
 * @param userId who reacted or acknowledged
 * @param emoji what they reacted with
 * @param changed what an edit changed
 * @param newlyMentionedUserIds whom an edit mentions for the first time
 * @param followerIds of a new message: who follows the thread that it is in, its sender left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageEvent(
        @JsonUnwrapped MessageResponse message,
        @Nullable UUID userId,
        @Nullable String emoji,
        @Nullable Map<String, FieldChange> changed,
        @Nullable List<UUID> newlyMentionedUserIds,
        @Nullable List<UUID> followerIds) {

    /** One changed field. */
    record FieldChange(Object from, Object to) {}

    static MessageEvent of(MessageResponse message) {
        return new MessageEvent(message, null, null, null, null, null);
    }
}
