package com.ceoplatform.message.message;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversation;

/** A message that a person may read, and the channel around it. */
public record SeenMessage(Message message, Conversation conversation) {

    public Caller caller() {
        return conversation.caller();
    }

    boolean isOwn() {
        return message.senderId().equals(caller().id());
    }
}
