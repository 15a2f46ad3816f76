package com.ceoplatform.message.scheduled;

import com.ceoplatform.message.message.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled message as REST returns it and as its events carry it; both are for its sender alone.
 *
 * @param userId the sender
 * @param messageId what became of it; null until it is sent
 * @param failureCode why it was not sent, such as {@code channel_archived}; null unless it failed
 */
record ScheduledMessageResponse(
        UUID id,
        UUID userId,
        UUID channelId,
        String content,
        @Nullable UUID replyTo,
        Priority priority,
        Instant sendAt,
        ScheduleStatus status,
        @Nullable UUID messageId,
        @Nullable String failureCode,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ScheduledMessageResponse from(ScheduledMessage scheduled) {
        return new ScheduledMessageResponse(
                scheduled.id(),
                scheduled.senderId(),
                scheduled.channelId(),
                scheduled.content(),
                scheduled.replyTo(),
                scheduled.priority(),
                scheduled.sendAt(),
                scheduled.status(),
                scheduled.messageId(),
                scheduled.failureCode(),
                scheduled.createdAt(),
                scheduled.updatedAt(),
                scheduled.version());
    }
}
