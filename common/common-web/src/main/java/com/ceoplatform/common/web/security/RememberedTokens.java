package com.ceoplatform.common.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks the signature of a token once and remembers it for some minutes: elliptic curves are the dearest part of a small
 * request. Expiry, issuer, audience and revocation are checked every time.
 */
class RememberedTokens implements JwtDecoder {

    /** Also how long a token outlives the withdrawal of its key. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int AT_MOST = 10_000;

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** @param signatures verifies everything, claims included */
    RememberedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validator) {
        this.signatures = signatures;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        Jwt verified = known.getIfPresent(token);
        if (verified == null) {
            verified = signatures.decode(token);
            known.put(token, verified);
            return verified;
        }
        List<OAuth2Error> errors = List.copyOf(validator.validate(verified).getErrors());
        if (!errors.isEmpty()) {
            throw new JwtValidationException("The token is no longer valid", errors);
        }
        return verified;
    }
}
