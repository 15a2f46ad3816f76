package com.ceoplatform.voice.stream;

import com.ceoplatform.common.security.TokenClaims;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Verifies access tokens as every request's is: signature, issuer, audience, time, session not ended. */
@Component
class AccessTokens {

    private final JwtDecoder decoder;

    AccessTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Empty when the token is not accepted.
     *
     * @throws org.springframework.security.oauth2.jwt.JwtException when the issuer's keys cannot be had
     */
    Optional<Grant> verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            Instant expiresAt = jwt.getExpiresAt();
            return expiresAt == null
                    ? Optional.empty()
                    : Optional.of(new Grant(TokenClaims.caller(jwt.getClaims()), token, expiresAt));
        } catch (BadJwtException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
