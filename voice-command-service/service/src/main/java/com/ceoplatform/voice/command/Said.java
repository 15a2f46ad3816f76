package com.ceoplatform.voice.command;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said, by whom and when.
 *
 * @param dryRun to be planned only
 * @param around null when nothing is known of it
 */
@Embeddable
record Said(
        UUID userId,
        UUID conversationId,
        String transcript,
        boolean dryRun,
        Instant createdAt,

        @Nullable @Embedded Surroundings around) {

    Surroundings surroundings() {
        return around == null ? Surroundings.NONE : around;
    }

    /** The same audio with other words heard in it. */
    Said as(String words) {
        return new Said(userId, conversationId, words, dryRun, createdAt, around);
    }
}
