package com.ceoplatform.message.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; what is null does not restrict.
 *
 * @param q words as in a web search: "a phrase", or, -without
 * @param from the sender
 */
record SearchRequest(
        String q,
        @Nullable UUID channelId,
        @Nullable UUID from,
        @Nullable Instant before,
        @Nullable Instant after) {}
