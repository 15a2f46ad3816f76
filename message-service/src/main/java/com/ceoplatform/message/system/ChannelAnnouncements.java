package com.ceoplatform.message.system;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.message.message.MessageText;
import com.ceoplatform.message.message.MessageType;
import com.ceoplatform.message.message.NewMessage;
import com.ceoplatform.message.posting.JoinedPosting;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a channel who came and went, and that it was closed or opened again. Conversations of people stay quiet. */
@Component
class ChannelAnnouncements {

    private final JoinedPosting posting;
    private final Names names;

    ChannelAnnouncements(JoinedPosting posting, Names names) {
        this.posting = requireNonNull(posting, "posting is null");
        this.names = requireNonNull(names, "names is null");
    }

    /** What this service uses of a member event. */
    record MemberChange(UUID id, String type, UUID userId) {}

    /** What this service uses of other channel events. */
    record Changed(UUID id, String type, @Nullable UUID createdBy) {}

    void added(Event<MemberChange> event) {
        UUID member = event.data().userId();
        announce(
                event,
                MessageType.MEMBER_ADDED,
                isOwnDoing(event)
                        ? names.of(member) + " joined the channel."
                        : names.of(event.actorId()) + " added " + names.of(member) + ".");
    }

    void removed(Event<MemberChange> event) {
        UUID member = event.data().userId();
        announce(
                event,
                MessageType.MEMBER_REMOVED,
                isOwnDoing(event)
                        ? names.of(member) + " left the channel."
                        : names.of(event.actorId()) + " removed " + names.of(member) + ".");
    }

    /** Nobody in particular does it when a department joins by itself. */
    private static boolean isOwnDoing(Event<MemberChange> event) {
        return event.actorId() == null || event.actorId().equals(event.data().userId());
    }

    private void announce(Event<MemberChange> event, MessageType type, String content) {
        MemberChange change = event.data();
        if (!change.type().equals("direct")) {
            UUID causedBy = event.actorId() == null ? change.userId() : event.actorId();
            post(event, NewMessage.ofPlatform(type, change.id(), causedBy, plain(content), List.of(change.userId())));
        }
    }

    void changed(Event<Changed> event, MessageType type, String verb) {
        UUID causedBy = event.actorId() == null ? event.data().createdBy() : event.actorId();
        if (causedBy != null && !event.data().type().equals("direct")) {
            String content = names.of(causedBy) + " " + verb + " the channel.";
            post(event, NewMessage.ofPlatform(type, event.data().id(), causedBy, plain(content), List.of()));
        }
    }

    /** Names are no references, whatever they look like. */
    private static MessageText plain(String content) {
        return new MessageText(content, List.of(), List.of());
    }

    private void post(Event<?> event, NewMessage message) {
        posting.post(message, EventContext.causedBy(event));
    }
}
