package com.ceoplatform.gateway.session;

import com.ceoplatform.common.events.session.SessionRevocations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Makes a revocation count in this gateway at once, before its event has come round through Kafka. */
@Component
class LocalRevocation {

    private final SessionRevocations revocations;

    LocalRevocation(SessionRevocations revocations) {
        this.revocations = revocations;
    }

    @TransactionalEventListener
    void on(SessionRevoked revoked) {
        revocations.revoke(revoked.sessionId().toString(), revoked.tokensExpireAt());
    }
}
