package com.ceoplatform.message.posting;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.message.message.NewMessage;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Posts as a part of something else: the message is there when the transaction of the caller commits, or not at all. */
@Service
public class JoinedPosting {

    private final MessageWriter writer;

    JoinedPosting(MessageWriter writer) {
        this.writer = requireNonNull(writer, "writer is null");
    }

    /** Answers the id of the message, which is that of the first one when it had been sent under its client id before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID post(NewMessage message, EventContext context) {
        MessageWriter.Draft draft = new MessageWriter.Draft(message, context);
        return switch (writer.write(message.channelId(), List.of(draft)).getFirst()) {
            case Outcome.Written(var written) -> written.id();
            case Outcome.Repeated(var first) -> first.id();
            case Outcome.ClientIdTaken() -> throw Outcome.clientIdTaken();
        };
    }
}
