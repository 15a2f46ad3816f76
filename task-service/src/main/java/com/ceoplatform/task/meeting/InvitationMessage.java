package com.ceoplatform.task.meeting;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;

/** A message that keeps its identity however often it is sent. */
class InvitationMessage extends MimeMessage {

    private final UUID id;

    InvitationMessage(MimeMessage empty, UUID id) {
        super(empty.getSession());
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<invitation-" + id + "@ceo-platform>");
    }
}
