package com.ceoplatform.message.search;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; what is null does not restrict, and an empty set fits nothing.
 *
 * @param words as in a web search: "a phrase", or, -without; null looks for anything
 * @param channelIds any of these channels
 * @param senderIds any of these people
 * @param taskId that the message names
 */
record SearchRequest(
        @Nullable String words,
        @Nullable Set<UUID> channelIds,
        @Nullable Set<UUID> senderIds,
        @Nullable UUID taskId,
        @Nullable Instant before,
        @Nullable Instant after) {

    /** Without one of these every message would have to be looked at. */
    boolean isSelective() {
        return words != null || senderIds != null || taskId != null;
    }

    /** Of one channel, sender or task there are few enough messages to go through them in their order. */
    boolean namesOnePlace() {
        return taskId != null || isOne(channelIds) || isOne(senderIds);
    }

    boolean fitsNothing() {
        return isEmpty(channelIds) || isEmpty(senderIds);
    }

    private static boolean isOne(@Nullable Set<UUID> ids) {
        return ids != null && ids.size() == 1;
    }

    private static boolean isEmpty(@Nullable Set<UUID> ids) {
        return ids != null && ids.isEmpty();
    }
}
