package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pages of messages, three queries each. Rights have been checked by then. */
@Service
class MessageReading {

    private final Messages messages;
    private final MessageViews views;

    MessageReading(Messages messages, MessageViews views) {
        this.messages = requireNonNull(messages, "messages is null");
        this.views = requireNonNull(views, "views is null");
    }

    /** The newest first, from before a place in the channel on; null starts at the end. */
    @Transactional(readOnly = true)
    public CursorPage<MessageResponse> before(UUID channelId, @Nullable String place, int limit) {
        long sequence = place == null ? Long.MAX_VALUE : sequence(channelId, "before", place);
        return page(messages.before(channelId, sequence, Limit.of(limit + 1)), "before", limit);
    }

    /** The oldest first, from after a place in the channel on. */
    @Transactional(readOnly = true)
    public CursorPage<MessageResponse> after(UUID channelId, String place, int limit) {
        long sequence = sequence(channelId, "after", place);
        return page(messages.after(channelId, sequence, Limit.of(limit + 1)), "after", limit);
    }

    /** Pinned messages, the newest first. */
    @Transactional(readOnly = true)
    public CursorPage<MessageResponse> pinned(UUID channelId, @Nullable Cursor cursor, int limit) {
        long sequence = cursor == null ? Long.MAX_VALUE : cursor.number(1);
        return page(messages.pinned(channelId, sequence, Limit.of(limit + 1)), "before", limit);
    }

    /** A thread without its root, the oldest first. */
    @Transactional(readOnly = true)
    public CursorPage<MessageResponse> replies(UUID rootId, @Nullable Cursor cursor, int limit) {
        long sequence = cursor == null ? 0 : cursor.number(1);
        return page(messages.replies(rootId, sequence, Limit.of(limit + 1)), "after", limit);
    }

    private CursorPage<MessageResponse> page(List<Message> rows, String direction, int limit) {
        CursorPage<Message> page = CursorPage.of(rows, limit, message -> Cursor.of(direction, message.sequence()));
        return new CursorPage<>(views.views(page.items()), page.nextCursor());
    }

    /** A place is a sequence or the id of a message of the channel. */
    private long sequence(UUID channelId, String parameter, String place) {
        if (place.matches("\\d{1,18}")) {
            return Long.parseLong(place);
        }
        try {
            return messages.findById(UUID.fromString(place))
                    .filter(message -> message.channelId().equals(channelId))
                    .map(Message::sequence)
                    .orElseThrow(() -> DomainException.invalidParameter(parameter, "is not a message of this channel"));
        } catch (IllegalArgumentException noId) {
            throw DomainException.invalidParameter(parameter, "is neither the id of a message nor a sequence");
        }
    }
}
