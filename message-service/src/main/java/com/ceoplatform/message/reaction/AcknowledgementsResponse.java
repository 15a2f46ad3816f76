package com.ceoplatform.message.reaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has confirmed to have read a message and who has not; its sender need not.
 *
 * @param acknowledgedCount how many have, on all pages
 * @param outstandingCount how many members have not, on all pages
 */
record AcknowledgementsResponse(
        UUID messageId,
        long acknowledgedCount,
        long outstandingCount,
        List<Reader> items,
        @Nullable String nextCursor) {

    /** @param acknowledgedAt null for somebody who has not */
    record Reader(UUID userId, @Nullable Instant acknowledgedAt) {}
}
