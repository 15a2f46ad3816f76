package com.ceoplatform.common.events.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer group gave up on.
 *
 * @param id {@code <partition>-<offset>} within the group's dead letters
 * @param failure the exception that ended the last attempt
 * @param payload as it came, however malformed
 */
public record DeadLetter(
        String id,
        String group,
        @Nullable String originalTopic,
        @Nullable String type,
        @Nullable String eventId,
        Instant failedAt,
        @Nullable String failure,
        String payload) {}
