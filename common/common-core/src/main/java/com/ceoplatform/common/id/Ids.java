package com.ceoplatform.common.id;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Instant;
import java.util.UUID;

/** Identifiers: UUID version 7 (RFC 9562), so that the order of ids is the order of creation. */
public final class Ids {

    private Ids() {}

    /** A new id, monotonic within this process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The millisecond in which a version 7 id was made. */
    public static Instant createdAt(UUID id) {
        return UuidUtil.getInstant(id);
    }
}
