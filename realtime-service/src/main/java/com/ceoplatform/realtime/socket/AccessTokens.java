package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.RevokedSessions;
import com.ceoplatform.common.security.TokenClaims;
import com.ceoplatform.realtime.audience.Departments;
import com.ceoplatform.realtime.connection.CloseCode;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Verifies access tokens: signature, issuer, audience, time, and that neither session nor account has ended. */
@Component
class AccessTokens {

    private final ReactiveJwtDecoder decoder;
    private final RevokedSessions revoked;
    private final Departments people;

    AccessTokens(ReactiveJwtDecoder decoder, RevokedSessions revoked, Departments people) {
        this.decoder = requireNonNull(decoder, "decoder is null");
        this.revoked = requireNonNull(revoked, "revoked is null");
        this.people = requireNonNull(people, "people is null");
    }

    /** Fails with a {@link RefusedException}, or otherwise when the issuer's keys cannot be had. */
    Mono<Grant> verify(String token) {
        return decoder.decode(token)
                .onErrorMap(BadJwtException.class, bad -> new RefusedException(CloseCode.NOT_AUTHENTICATED, bad))
                .map(AccessTokens::grant)
                .doOnNext(this::check);
    }

    private static Grant grant(Jwt jwt) {
        Instant expiresAt = jwt.getExpiresAt();
        if (expiresAt == null) {
            throw new RefusedException(CloseCode.NOT_AUTHENTICATED);
        }
        try {
            return new Grant(TokenClaims.caller(jwt.getClaims()), jwt.getTokenValue(), expiresAt);
        } catch (IllegalArgumentException incomplete) {
            throw new RefusedException(CloseCode.NOT_AUTHENTICATED, incomplete);
        }
    }

    private void check(Grant grant) {
        if (isRevoked(grant.caller())) {
            throw new RefusedException(CloseCode.REVOKED);
        }
    }

    /** Whether somebody must not be here any more although the token has not expired. */
    boolean isRevoked(Caller caller) {
        return revoked.contains(caller.sessionId()) || people.isDeactivated(caller.id());
    }
}
