package com.ceoplatform.message.message;

import java.util.List;
import java.util.UUID;

/** What readers left on a message. */
record Marks(List<MessageResponse.Reaction> reactions, List<UUID> acknowledgedBy) {

    static final Marks NONE = new Marks(List.of(), List.of());
}
