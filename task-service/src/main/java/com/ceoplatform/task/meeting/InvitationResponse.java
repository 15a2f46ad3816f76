package com.ceoplatform.task.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a mail about a meeting fares.
 *
 * @param method request (come) or cancel (do not)
 * @param lastError of the last attempt that failed
 */
record InvitationResponse(
        UUID id,
        UUID userId,
        String recipient,
        Method method,
        State state,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** What the mail asks the reader's calendar to do. */
    enum Method {
        REQUEST,
        CANCEL
    }

    /** Where a mail stands. */
    enum State {
        PENDING,
        SENT,
        /** A later mail about the same meeting came first. */
        SUPERSEDED,
        /** Refused by the mail server, or tried in vain for a day. */
        FAILED,
        /** No mail server is configured. */
        OFF
    }
}
