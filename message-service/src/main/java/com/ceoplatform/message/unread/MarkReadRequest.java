package com.ceoplatform.message.unread;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read.
 *
 * @param messageId the last message read; the channel's last one when left out
 */
record MarkReadRequest(@Nullable UUID messageId) {}
