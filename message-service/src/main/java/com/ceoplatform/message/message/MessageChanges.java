package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes messages that the caller has been seen to have the right to. */
@Service
class MessageChanges {

    private final Messages messages;
    private final Revisions revisions;
    private final MentionRecords mentions;
    private final MessageViews views;
    private final MessageEvents events;
    private final Clock clock;

    MessageChanges(
            Messages messages,
            Revisions revisions,
            MentionRecords mentions,
            MessageViews views,
            MessageEvents events,
            Clock clock) {
        this.messages = requireNonNull(messages, "messages is null");
        this.revisions = requireNonNull(revisions, "revisions is null");
        this.mentions = requireNonNull(mentions, "mentions is null");
        this.views = requireNonNull(views, "views is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Keeps what it said before; the same text again changes nothing. */
    @Transactional
    public MessageResponse edit(UUID messageId, MessageText text, ExpectedVersion expected) {
        Message message = messageForChange(messageId);
        expected.check(message.version());
        MessageText old = message.text();
        if (old.content().equals(text.content())) {
            message.requireNotDeleted();
            return views.view(message);
        }
        Instant now = now();
        revisions.keep(message, message.editedAt() == null ? message.createdAt() : message.editedAt());
        message.edit(text, now);
        messages.saveAndFlush(message);
        List<UUID> newlyMentioned = mentions.keep(message);
        mentions.drop(message);
        MessageResponse edited = views.view(message);
        events.edited(edited, old, newlyMentioned);
        return edited;
    }

    @Transactional
    public void delete(UUID messageId, UUID by, ExpectedVersion expected) {
        Message message = messageForChange(messageId);
        expected.check(message.version());
        message.delete(by, now());
        revisions.forget(messageId);
        mentions.drop(message);
        messages.saveAndFlush(message);
        events.deleted(views.view(message));
        if (message.threadRootId() != null) {
            messages.countReplies(message.threadRootId(), -1);
        }
    }

    /** Pinning what is pinned changes nothing. */
    @Idempotent
    @Transactional
    public MessageResponse pin(UUID messageId, UUID by) {
        Message message = messageForChange(messageId);
        return told(message, message.pin(by, now()));
    }

    @Transactional
    public MessageResponse unpin(UUID messageId) {
        Message message = messageForChange(messageId);
        return told(message, message.unpin());
    }

    private MessageResponse told(Message message, boolean changed) {
        if (!changed) {
            return views.view(message);
        }
        messages.saveAndFlush(message);
        MessageResponse view = views.view(message);
        events.pinned(view);
        return view;
    }

    private Message messageForChange(UUID messageId) {
        return messages.findForChange(messageId).orElseThrow(() -> DomainException.notFound("message"));
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
