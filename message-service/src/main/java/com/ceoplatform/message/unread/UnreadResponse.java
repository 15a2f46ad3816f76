package com.ceoplatform.message.unread;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person.
 *
 * @param total the sum over all channels
 */
record UnreadResponse(List<UnreadChannel> items, long total) {

    /**
     * One channel with messages that its member has not read.
     *
     * @param unreadCount messages of other people; 1000 stands for 1000 and more
     * @param mentionCount how many of them mention the member, up to as many
     * @param lastReadMessageId null when nothing has been read yet
     */
    record UnreadChannel(
            UUID channelId,
            long unreadCount,
            long mentionCount,
            @Nullable UUID lastReadMessageId,
            long lastSequence) {}

    static UnreadResponse of(List<UnreadChannel> items) {
        return new UnreadResponse(
                items, items.stream().mapToLong(UnreadChannel::unreadCount).sum());
    }
}
