package com.ceoplatform.realtime.frame;

import java.util.Optional;
import java.util.UUID;

/** Ids as clients write them. */
final class WireId {

    private static final int LENGTH = 36;

    private WireId() {}

    /** The id, when it is one in its full form; Java also takes abbreviated ones. */
    static Optional<UUID> of(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
