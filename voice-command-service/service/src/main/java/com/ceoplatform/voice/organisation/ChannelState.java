package com.ceoplatform.voice.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its service answers and as its events carry it.
 *
 * @param memberIds null where they are not told
 */
record ChannelState(
        UUID id,
        @Nullable String name,
        String type,
        String privacy,
        String status,
        @Nullable Instant lastActivityAt,
        @Nullable List<UUID> memberIds,
        long version) {}
