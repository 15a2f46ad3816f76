package com.ceoplatform.channel.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the visible channels to list; what is null does not restrict.
 *
 * @param q part of the name, upper and lower case alike
 * @param mine only the caller's own ones
 */
record ChannelFilter(
        @Nullable String q,
        @Nullable ChannelType type,
        @Nullable ChannelPrivacy privacy,
        @Nullable ChannelStatus status,
        @Nullable UUID categoryId,
        boolean mine) {}
