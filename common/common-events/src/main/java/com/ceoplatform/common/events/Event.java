package com.ceoplatform.common.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer sees it: the CloudEvents attributes and the payload.
 *
 * @param id removes duplicates: delivery is at least once
 * @param time when the transaction of the event wrote it, microseconds
 * @param actorId who caused it; null when nobody did
 * @param correlationId the voice command that caused it, when there is one
 * @param causationId the event that caused it, when one did
 * @param position where Kafka keeps it
 */
public record Event<T>(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        @Nullable UUID actorId,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        Position position,
        T data) {

    /** Topic, partition and offset of a record, and its key. */
    public record Position(String topic, int partition, long offset, String key) {}

    /** The same event with its payload read as something else. */
    public <R> Event<R> withData(R other) {
        return new Event<>(
                id, type, source, subject, time, actorId, correlationId, causationId, traceparent, position, other);
    }
}
