package com.ceoplatform.voice.command;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What was said, by whom and when.
 *
 * @param dryRun to be planned only
 */
@Embeddable
record Said(UUID userId, UUID conversationId, String transcript, boolean dryRun, Instant createdAt) {

    /** The same audio with other words heard in it. */
    Said as(String words) {
        return new Said(userId, conversationId, words, dryRun, createdAt);
    }
}
