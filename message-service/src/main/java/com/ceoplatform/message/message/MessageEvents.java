package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.message.message.MessageEvent.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of messages, within the transaction of the change, in the order of their channel. */
@Component
public class MessageEvents {

    private final Outbox outbox;

    MessageEvents(Outbox outbox) {
        this.outbox = requireNonNull(outbox, "outbox is null");
    }

    /** @param followerIds who else follows the thread of a reply; nobody for what is no reply */
    public void posted(MessageResponse message, List<UUID> followerIds) {
        append("message.posted", new MessageEvent(message, null, null, null, null, followerIds));
    }

    void edited(MessageResponse message, MessageText old, List<UUID> newlyMentioned) {
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        changed.put("content", new FieldChange(old.content(), message.content()));
        if (!old.mentionedUserIds().equals(message.mentionedUserIds())) {
            changed.put("mentionedUserIds", new FieldChange(old.mentionedUserIds(), message.mentionedUserIds()));
        }
        append("message.edited", new MessageEvent(message, null, null, changed, newlyMentioned, null));
    }

    void deleted(MessageResponse message) {
        append("message.deleted", MessageEvent.of(message));
    }

    void pinned(MessageResponse message) {
        append(message.pinned() ? "message.pinned" : "message.unpinned", MessageEvent.of(message));
    }

    public void reactionAdded(MessageResponse message, UUID userId, String emoji) {
        append("message.reaction_added", new MessageEvent(message, userId, emoji, null, null, null));
    }

    public void reactionRemoved(MessageResponse message, UUID userId, String emoji) {
        append("message.reaction_removed", new MessageEvent(message, userId, emoji, null, null, null));
    }

    public void acknowledged(MessageResponse message, UUID userId) {
        append("message.acknowledged", new MessageEvent(message, userId, null, null, null, null));
    }

    private void append(String type, MessageEvent event) {
        MessageResponse message = event.message();
        outbox.append(new OutgoingEvent(
                Topic.MESSAGES,
                type,
                message.channelId().toString(),
                message.id().toString(),
                event));
    }
}
