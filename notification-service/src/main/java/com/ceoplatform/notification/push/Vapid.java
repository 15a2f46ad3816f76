package com.ceoplatform.notification.push;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Says to push services who sends (RFC 8292). */
@Component
class Vapid {

    /** At most a day is allowed. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final VapidKeys keys;
    private final PushSettings settings;
    private final Clock clock;

    Vapid(VapidKeys keys, PushSettings settings, Clock clock) {
        this.keys = requireNonNull(keys, "keys is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The value of the Authorization header for a push service. */
    String authorization(URI endpoint) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(endpoint.getScheme() + "://" + endpoint.getRawAuthority())
                .expirationTime(Date.from(clock.instant().plus(LIFE)))
                .subject(settings.contact())
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new ECDSASigner(keys.pair()));
            return "vapid t=" + token.serialize() + ", k=" + keys.publicKey();
        } catch (JOSEException failure) {
            throw new IllegalStateException("Could not sign for the push service", failure);
        }
    }
}
