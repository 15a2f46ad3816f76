package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversations;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The only way from an id to a message. May ask channel-service: call it outside of transactions. */
@Component
public class MessageAccess {

    private final Messages messages;
    private final Conversations conversations;

    MessageAccess(Messages messages, Conversations conversations) {
        this.messages = requireNonNull(messages, "messages is null");
        this.conversations = requireNonNull(conversations, "conversations is null");
    }

    /** 404 {@code message_not_found} when it does not exist or its channel must stay invisible to the caller. */
    public SeenMessage see(Caller caller, UUID messageId) {
        SeenMessage seen = messages.findById(messageId)
                .flatMap(message -> conversations
                        .find(caller, message.channelId())
                        .map(conversation -> new SeenMessage(message, conversation)))
                .orElseThrow(() -> DomainException.notFound("message"));
        seen.conversation().requireReader();
        return seen;
    }
}
