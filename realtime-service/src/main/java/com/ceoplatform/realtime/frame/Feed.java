package com.ceoplatform.realtime.frame;

import java.util.Optional;
import java.util.UUID;

/** What a connection may receive on request, beyond what is its user's anyway. */
public sealed interface Feed {

    /** Every task that its user may see over REST. */
    record Tasks() implements Feed {}

    /** What happens in a public channel that its user is no member of. */
    record OfChannel(UUID channelId) implements Feed {}

    /** Reads {@code tasks} or {@code channel:<id>}. */
    static Optional<Feed> of(String text) {
        if (text.equals("tasks")) {
            return Optional.of(new Tasks());
        }
        return text.startsWith("channel:")
                ? WireId.of(text.substring("channel:".length())).map(OfChannel::new)
                : Optional.empty();
    }
}
