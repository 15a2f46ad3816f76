package com.ceoplatform.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The ES256 keys: the youngest signs, all are published. A key is replaced when its life is over and goes a day later,
 * long after the last token it signed. Several gateways may share the directory.
 */
@Component
class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration PUBLISHED_AFTERWARDS = Duration.ofDays(1);

    private final KeyFiles files;
    private final Duration keyLife;
    private final Clock clock;
    private volatile List<ECKey> keys = List.of();

    SigningKeys(SecuritySettings settings, Clock clock) {
        this.files = new KeyFiles(settings.keysDirectory());
        this.keyLife = settings.keyLife();
        this.clock = clock;
    }

    /** The key that signs, with its private part. */
    ECKey current() {
        return all().getFirst();
    }

    /** All keys that tokens may be signed with, youngest first. */
    List<ECKey> all() {
        List<ECKey> known = keys;
        if (known.isEmpty()) {
            refresh();
            known = keys;
        }
        return known;
    }

    /** Takes in keys that another gateway has made, and makes or retires keys when it is time. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    synchronized void refresh() {
        Instant now = clock.instant();
        Instant retired = now.minus(keyLife).minus(PUBLISHED_AFTERWARDS);
        List<ECKey> valid = new ArrayList<>();
        for (ECKey key : files.load()) {
            if (madeAt(key).isBefore(retired)) {
                files.delete(key);
            } else {
                valid.add(key);
            }
        }
        valid.sort(Comparator.comparing(SigningKeys::madeAt).reversed());
        if (valid.isEmpty() || madeAt(valid.getFirst()).plus(keyLife).isBefore(now)) {
            ECKey fresh = generate(now);
            files.save(fresh);
            LOG.info("Tokens are signed with the new key {}", fresh.getKeyID());
            valid.addFirst(fresh);
        }
        keys = List.copyOf(valid);
    }

    private static ECKey generate(Instant now) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This JVM cannot make P-256 keys", impossible);
        }
    }

    private static Instant madeAt(ECKey key) {
        Date issued = key.getIssueTime();
        return issued == null ? Instant.EPOCH : issued.toInstant();
    }
}
