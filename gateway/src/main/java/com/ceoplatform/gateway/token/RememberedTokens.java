package com.ceoplatform.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks the signature of a token once and remembers it for some minutes; expiry, issuer, audience and revocation are
 * checked every time. The reactive twin of what servlet services do.
 */
class RememberedTokens implements ReactiveJwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int AT_MOST = 10_000;

    private final ReactiveJwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

    RememberedTokens(ReactiveJwtDecoder signatures, OAuth2TokenValidator<Jwt> validator) {
        this.signatures = signatures;
        this.validator = validator;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt verified = known.getIfPresent(token);
        if (verified == null) {
            return signatures.decode(token).doOnNext(fresh -> known.put(token, fresh));
        }
        List<OAuth2Error> errors = List.copyOf(validator.validate(verified).getErrors());
        return errors.isEmpty()
                ? Mono.just(verified)
                : Mono.error(new JwtValidationException("The token is no longer valid", errors));
    }
}
