package com.ceoplatform.message.unread;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how far people have read. Reading only moves it forward, whichever of their devices says so and in whatever order;
 * back it moves when they say so.
 */
@Service
class ReadState {

    private final ReadPositions positions;
    private final Messages messages;
    private final Outbox outbox;
    private final Clock clock;

    ReadState(ReadPositions positions, Messages messages, Outbox outbox, Clock clock) {
        this.positions = requireNonNull(positions, "positions is null");
        this.messages = requireNonNull(messages, "messages is null");
        this.outbox = requireNonNull(outbox, "outbox is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Tells of it only when the person has read further than before. */
    @Transactional
    public ReadPosition read(UUID userId, UUID channelId, @Nullable UUID messageId) {
        boolean advanced = place(channelId, messageId)
                .map(message -> positions.advance(userId, channelId, message.id(), message.sequence(), now()))
                .orElse(false);
        return told(userId, channelId, advanced ? "read.advanced" : null);
    }

    /** Makes a message and all behind it unread; tells of it only when they had been read. */
    @Transactional
    public ReadPosition markUnread(UUID userId, UUID channelId, UUID messageId) {
        Message message = messageOf(channelId, messageId);
        boolean movedBack = positions.moveBackBefore(userId, channelId, message.sequence(), now());
        return told(userId, channelId, movedBack ? "read.moved_back" : null);
    }

    private ReadPosition told(UUID userId, UUID channelId, @Nullable String event) {
        ReadPosition position = positions.of(userId, channelId);
        if (event != null) {
            outbox.append(OutgoingEvent.of(Topic.MESSAGES, event, channelId, position));
        }
        return position;
    }

    @Transactional(readOnly = true)
    public ReadPosition position(UUID userId, UUID channelId) {
        return positions.of(userId, channelId);
    }

    private Optional<Message> place(UUID channelId, @Nullable UUID messageId) {
        if (messageId == null) {
            return messages.latest(channelId, Limit.of(1)).stream().findFirst();
        }
        return Optional.of(messageOf(channelId, messageId));
    }

    private Message messageOf(UUID channelId, UUID messageId) {
        return messages.findById(messageId)
                .filter(message -> message.channelId().equals(channelId))
                .orElseThrow(() -> DomainException.invalid("messageId", "is not a message of this channel"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Counted anew each time. */
    @Transactional(readOnly = true)
    public UnreadResponse unread(UUID userId) {
        return UnreadResponse.of(positions.unread(userId));
    }
}
