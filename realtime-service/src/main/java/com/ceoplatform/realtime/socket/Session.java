package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.Timers;
import reactor.core.publisher.Mono;

/** A connection and the tokens it lives on. */
final class Session {

    private final Connection connection;
    private final AccessTokens tokens;
    private final Timers timers;

    Session(Connection connection, AccessTokens tokens, Timers timers) {
        this.connection = requireNonNull(connection, "connection is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.timers = requireNonNull(timers, "timers is null");
    }

    Connection connection() {
        return connection;
    }

    /** Goes on with a newer token of the same user; fails when it is none. */
    Mono<Void> renew(String token) {
        return tokens.verify(token).doOnNext(this::renew).then();
    }

    private void renew(Grant grant) {
        connection.viewer().renew(grant.caller(), grant.token());
        timers.expire(connection, grant.expiresAt());
        if (isRevoked()) {
            throw new RefusedException(CloseCode.REVOKED);
        }
    }

    /** Whether the user's session or account has ended meanwhile. */
    boolean isRevoked() {
        return tokens.isRevoked(connection.viewer().caller());
    }
}
