package com.ceoplatform.message.message;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversation;
import java.util.UUID;

/** A message that a person may read, and the channel around it. */
public record SeenMessage(Message message, Conversation conversation) {

    public Caller caller() {
        return conversation.caller();
    }

    /** The message that began the thread which this one is in; itself when it is in none. */
    public UUID threadId() {
        UUID root = message.threadRootId();
        return root == null ? message.id() : root;
    }

    boolean isOwn() {
        return message.senderId().equals(caller().id());
    }
}
