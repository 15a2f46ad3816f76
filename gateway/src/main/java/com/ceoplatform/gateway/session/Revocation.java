package com.ceoplatform.gateway.session;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.gateway.token.AccessTokens;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells all services, and this one first, that a session id is void; within the transaction that made it so. */
@Component
class Revocation {

    private final Outbox outbox;
    private final ApplicationEventPublisher local;
    private final AccessTokens tokens;

    Revocation(Outbox outbox, ApplicationEventPublisher local, AccessTokens tokens) {
        this.outbox = outbox;
        this.local = local;
        this.tokens = tokens;
    }

    void announce(UUID tokenSessionId, UUID userId, Instant now) {
        SessionRevoked revoked = new SessionRevoked(tokenSessionId, userId, now.plus(tokens.life()));
        outbox.append(OutgoingEvent.of(Topic.SESSIONS, "session.revoked", tokenSessionId, revoked));
        local.publishEvent(revoked);
    }
}
