package com.ceoplatform.gateway.token;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.TokenClaims;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Issues access tokens: JSON Web Tokens (RFC 7519) signed with ES256. */
@Component
public class AccessTokens {

    private final SigningKeys keys;
    private final SecuritySettings settings;
    private final Clock clock;

    AccessTokens(SigningKeys keys, SecuritySettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long a token is good for. */
    public Duration life() {
        return settings.tokenLife();
    }

    /** The compact form of a new token that lives the usual time. */
    public String issue(TokenSubject subject) {
        return issue(subject, settings.tokenLife());
    }

    /** The compact form of a new token that lives no longer than given. */
    public String issue(TokenSubject subject, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .subject(subject.userId().toString())
                .audience(TokenClaims.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(Ids.next().toString())
                .claim(TokenClaims.SESSION, subject.sessionId().toString())
                .claim(TokenClaims.ROLE, subject.role().wireName())
                .claim(TokenClaims.NAME, subject.name())
                .claim(TokenClaims.EMAIL, subject.email())
                .claim(TokenClaims.ZONE, subject.zone());
        if (subject.department() != null) {
            claims.claim(TokenClaims.DEPARTMENT, subject.department());
        }
        if (subject.scope() != null) {
            claims.claim(TokenClaims.SCOPE, subject.scope());
        }
        return sign(claims.build(), keys.current());
    }

    private static String sign(JWTClaimsSet claims, ECKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The signing key does not sign", impossible);
        }
    }
}
