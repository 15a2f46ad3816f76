package com.ceoplatform.message.posting;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.message.message.MessageViews;
import com.ceoplatform.message.message.NewMessage;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts under an {@code Idempotency-Key}: message, event and key commit together, so the message goes alone. */
@Service
class KeyedPosting {

    private final MessageWriter writer;
    private final MessageViews views;

    KeyedPosting(MessageWriter writer, MessageViews views) {
        this.writer = requireNonNull(writer, "writer is null");
        this.views = requireNonNull(views, "views is null");
    }

    @Idempotent
    @Transactional
    public Posted post(NewMessage message) {
        MessageWriter.Draft draft = new MessageWriter.Draft(message, EventContext.current());
        Outcome outcome = writer.write(message.channelId(), List.of(draft)).getFirst();
        return switch (outcome) {
            case Outcome.Written(var response) -> new Posted(response, true);
            case Outcome.Repeated(var first) -> new Posted(views.view(first), false);
            case Outcome.ClientIdTaken() -> throw Outcome.clientIdTaken();
        };
    }
}
