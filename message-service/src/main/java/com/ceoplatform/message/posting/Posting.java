package com.ceoplatform.message.posting;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.message.access.Conversation;
import com.ceoplatform.message.mention.Mentions;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.MessageText;
import com.ceoplatform.message.message.MessageType;
import com.ceoplatform.message.message.MessageViews;
import com.ceoplatform.message.message.Messages;
import com.ceoplatform.message.message.NewMessage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checks what somebody wants to say and sees that it is written. */
@Service
public class Posting {

    private final ChannelLanes lanes;
    private final KeyedPosting keyed;
    private final Mentions mentions;
    private final Messages messages;
    private final MessageViews views;

    Posting(ChannelLanes lanes, KeyedPosting keyed, Mentions mentions, Messages messages, MessageViews views) {
        this.lanes = requireNonNull(lanes, "lanes is null");
        this.keyed = requireNonNull(keyed, "keyed is null");
        this.mentions = requireNonNull(mentions, "mentions is null");
        this.messages = requireNonNull(messages, "messages is null");
        this.views = requireNonNull(views, "views is null");
    }

    /**
     * Posts into a channel that the caller may write in. May ask channel-service: call it outside of transactions.
     *
     * @param hasKey whether the request carries an {@code Idempotency-Key}
     */
    public Posted post(Conversation conversation, PostMessageRequest request, boolean hasKey) {
        NewMessage message = draft(conversation, request);
        if (hasKey) {
            return keyed.post(message);
        }
        return switch (lanes.write(new MessageWriter.Draft(message, EventContext.current()))) {
            case Outcome.Written(var response) -> new Posted(response, true);
            case Outcome.Repeated(var first) -> new Posted(views.view(first), false);
            case Outcome.ClientIdTaken() -> throw Outcome.clientIdTaken();
        };
    }

    /** What the caller wants to say, once it is clear that they may. May ask channel-service. */
    public NewMessage draft(Conversation conversation, PostMessageRequest request) {
        conversation.requireWriter();
        return new NewMessage(
                conversation.channelId(),
                conversation.caller().id(),
                MessageType.TEXT,
                MessageText.of(request.content(), mentions.in(request.content(), conversation)),
                List.of(),
                request.replyTo(),
                threadRoot(conversation.channelId(), request.replyTo()),
                request.priorityOrMedium(),
                request.clientMessageId());
    }

    private @Nullable UUID threadRoot(UUID channelId, @Nullable UUID replyTo) {
        if (replyTo == null) {
            return null;
        }
        Message answered = messages.findById(replyTo)
                .filter(message -> message.channelId().equals(channelId))
                .orElseThrow(() -> DomainException.invalid("replyTo", "is not a message of this channel"));
        answered.requireNotDeleted();
        return answered.threadRootId() == null ? answered.id() : answered.threadRootId();
    }
}
