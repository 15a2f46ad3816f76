package com.ceoplatform.message.reaction;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.MessageEvents;
import com.ceoplatform.message.message.MessageResponse;
import com.ceoplatform.message.message.MessageViews;
import com.ceoplatform.message.message.Messages;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers leave on messages; each can be left once, and leaving it again changes nothing. */
@Service
class ReactionService {

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MessageViews views;
    private final MessageEvents events;
    private final Clock clock;

    ReactionService(JdbcClient jdbc, Messages messages, MessageViews views, MessageEvents events, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.messages = requireNonNull(messages, "messages is null");
        this.views = requireNonNull(views, "views is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Transactional
    public MessageResponse react(UUID messageId, UUID userId, String emoji) {
        Message message = messageForChange(messageId);
        int added = jdbc.sql("INSERT INTO message_reaction (message_id, emoji, user_id, created_at)"
                        + " VALUES (:message, :emoji, :user, :now) ON CONFLICT DO NOTHING")
                .param("message", messageId)
                .param("emoji", emoji)
                .param("user", userId)
                .param("now", now())
                .update();
        return told(message, added, view -> events.reactionAdded(view, userId, emoji));
    }

    @Transactional
    public void takeBack(UUID messageId, UUID userId, String emoji) {
        Message message = messageForChange(messageId);
        int removed = jdbc.sql("DELETE FROM message_reaction"
                        + " WHERE message_id = :message AND emoji = :emoji AND user_id = :user")
                .param("message", messageId)
                .param("emoji", emoji)
                .param("user", userId)
                .update();
        told(message, removed, view -> events.reactionRemoved(view, userId, emoji));
    }

    @Transactional
    public MessageResponse acknowledge(UUID messageId, UUID userId) {
        Message message = messageForChange(messageId);
        int added = jdbc.sql("INSERT INTO message_acknowledgement (message_id, user_id, created_at)"
                        + " VALUES (:message, :user, :now) ON CONFLICT DO NOTHING")
                .param("message", messageId)
                .param("user", userId)
                .param("now", now())
                .update();
        return told(message, added, view -> events.acknowledged(view, userId));
    }

    private Message messageForChange(UUID messageId) {
        Message message = messages.findForChange(messageId).orElseThrow(() -> DomainException.notFound("message"));
        message.requireNotDeleted();
        return message;
    }

    private MessageResponse told(Message message, int changes, Consumer<MessageResponse> tell) {
        if (changes == 0) {
            return views.view(message);
        }
        message.marked(clock.instant());
        MessageResponse view = views.view(messages.saveAndFlush(message));
        tell.accept(view);
        return view;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
