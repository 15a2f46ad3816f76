package com.ceoplatform.realtime.audience;

import java.time.Instant;
import java.util.UUID;

/** Somebody joined a channel or was removed from it. */
public record MembershipChange(UUID userId, UUID channelId, boolean joined, Instant time) {}
