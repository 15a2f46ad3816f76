package com.ceoplatform.message.unread;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a person has read a channel, as REST, {@code read.advanced} and {@code read.moved_back} tell it.
 *
 * @param messageId null when nothing has been read yet
 * @param unreadCount messages of others behind that place that have not been deleted; 1000 stands for 1000 and more
 */
record ReadPosition(
        UUID userId,
        UUID channelId,
        @Nullable UUID messageId,
        long sequence,
        long unreadCount,
        @Nullable Instant readAt) {}
