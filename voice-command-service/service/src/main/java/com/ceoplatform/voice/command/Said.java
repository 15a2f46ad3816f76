package com.ceoplatform.voice.command;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What was said, by whom and when: never changes.
 *
 * @param dryRun to be planned only
 */
@Embeddable
record Said(UUID userId, UUID conversationId, String transcript, boolean dryRun, Instant createdAt) {}
