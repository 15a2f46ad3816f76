package com.ceoplatform.gateway.token;

import com.ceoplatform.common.security.RevokedSessions;
import com.ceoplatform.common.security.TokenClaims;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Verifies tokens with the gateway's own keys: signature, expiry, issuer, audience, session not revoked. */
@Configuration(proxyBeanMethods = false)
class TokenVerification {

    /** How far the clocks of two machines may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    @Bean
    ReactiveJwtDecoder jwtDecoder(SigningKeys keys, SecuritySettings settings, RevokedSessions revoked) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(
                        token -> Flux.<JWK>fromIterable(keys.all()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        var validator = new DelegatingOAuth2TokenValidator<Jwt>(List.of(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(TokenClaims.AUDIENCE),
                new NotRevoked(revoked)));
        decoder.setJwtValidator(validator);
        return new RememberedTokens(decoder, validator);
    }

    @Bean
    Converter<Jwt, Mono<AbstractAuthenticationToken>> callerConverter() {
        return new Converter<>() {
            @Override
            public Mono<AbstractAuthenticationToken> convert(Jwt token) {
                return Mono.just(new CallerAuthentication(TokenClaims.caller(token.getClaims()), token));
            }
        };
    }
}
