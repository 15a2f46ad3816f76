package com.ceoplatform.gateway.session;

import com.ceoplatform.gateway.request.Device;
import java.time.Instant;
import java.util.UUID;

/**
 * A login as its owner sees it.
 *
 * @param device in words, such as "Firefox on Linux"
 * @param address that it was last used from
 * @param current whether it is the one that asks
 */
record SessionResponse(
        UUID id,
        String device,
        String userAgent,
        String address,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static SessionResponse from(Session session, String currentTokenSessionId) {
        return new SessionResponse(
                session.id(),
                Device.describe(session.userAgent()),
                session.userAgent(),
                session.address(),
                session.startedAt(),
                session.usedAt(),
                session.expiresAt(),
                session.tokenSessionId().toString().equals(currentTokenSessionId));
    }
}
