package com.ceoplatform.common.events.session;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.security.RevokedSessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The revoked sessions whose access tokens have not expired yet, kept up to date by events. */
public class SessionRevocations implements RevokedSessions {

    private final Map<String, Instant> forgetAt = new ConcurrentHashMap<>();
    private final EventDecoder decoder;
    private final Clock clock;

    public SessionRevocations(EventDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    record SessionRevoked(String sessionId, Instant tokensExpireAt) {}

    @Override
    public boolean contains(String sessionId) {
        return forgetAt.containsKey(sessionId);
    }

    /** Refuses a session from now on, before its event has come round. */
    public void revoke(String sessionId, Instant tokensExpireAt) {
        forgetAt.put(sessionId, tokensExpireAt);
    }

    /** Takes note of a {@code session.revoked}; other events are none of its business. */
    public void on(Event<byte[]> event) {
        if (event.type().equals("session.revoked")) {
            SessionRevoked revoked = decoder.read(event, SessionRevoked.class).data();
            Instant now = clock.instant();
            forgetAt.values().removeIf(now::isAfter);
            if (now.isBefore(revoked.tokensExpireAt())) {
                revoke(revoked.sessionId(), revoked.tokensExpireAt());
            }
        }
    }
}
