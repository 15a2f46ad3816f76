package com.ceoplatform.message.thread;

import com.ceoplatform.message.message.MessageResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread in the list of somebody who follows it.
 *
 * @param unreadReplies replies of others behind the place up to which they have read the channel; 1000 stands for more, too
 * @param lastReplyAt null when nobody has replied yet
 */
record FollowedThread(
        MessageResponse root, long unreadReplies, @Nullable Instant lastReplyAt) {}
