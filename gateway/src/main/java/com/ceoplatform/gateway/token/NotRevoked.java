package com.ceoplatform.gateway.token;

import com.ceoplatform.common.security.RevokedSessions;
import com.ceoplatform.common.security.TokenClaims;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Refuses tokens of sessions that were ended, and tokens that lack what every one of ours carries. */
record NotRevoked(RevokedSessions revoked) implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The session has ended", null));

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        try {
            String session = TokenClaims.caller(token.getClaims()).sessionId();
            return revoked.contains(session) ? REFUSED : OAuth2TokenValidatorResult.success();
        } catch (IllegalArgumentException incomplete) {
            return REFUSED;
        }
    }
}
