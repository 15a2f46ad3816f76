package com.ceoplatform.voice.language.organisation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel as far as sentences can name or select it. */
public record Channel(
        String id,
        String name,
        ChannelType type,
        Privacy privacy,
        boolean archived,
        Instant createdAt,
        @Nullable Instant lastActivityAt,
        Set<String> memberIds) {}
