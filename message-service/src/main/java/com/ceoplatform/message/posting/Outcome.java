package com.ceoplatform.message.posting;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.MessageResponse;

/** What becomes of one message of a batch, without harm to the others. */
sealed interface Outcome {

    /** It has its place now. */
    record Written(MessageResponse message) implements Outcome {}

    /** It has been sent before. */
    record Repeated(Message first) implements Outcome {}

    /** Another message has been sent under its client id. */
    record ClientIdTaken() implements Outcome {}

    static DomainException clientIdTaken() {
        return DomainException.conflict(
                "client_message_id_reused", "Another message has been sent under this clientMessageId.");
    }
}
