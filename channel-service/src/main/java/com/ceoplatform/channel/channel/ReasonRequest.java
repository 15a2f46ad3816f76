package com.ceoplatform.channel.channel;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why somebody archives or restores a channel; kept in its history. */
record ReasonRequest(@Nullable @Size(max = 1_000) String reason) {

    private static final ReasonRequest NONE = new ReasonRequest(null);

    /** The request, or one without a reason where nobody gave one. */
    static ReasonRequest of(@Nullable ReasonRequest request) {
        return request == null ? NONE : request;
    }
}
