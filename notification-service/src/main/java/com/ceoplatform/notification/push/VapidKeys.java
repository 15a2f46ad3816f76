package com.ceoplatform.notification.push;

import com.ceoplatform.notification.secret.ServiceKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The key pair by which push services know this installation. Subscriptions are bound to it: it must not change. */
@Component
class VapidKeys {

    private final SingletonSupplier<ECKey> pair;

    VapidKeys(PushSettings settings, ServiceKeys keys) {
        pair = SingletonSupplier.of(() -> settings.privateKey().isEmpty()
                ? parse(keys.get("vapid", VapidKeys::make))
                : P256.pair(settings.publicKey(), settings.privateKey()));
    }

    private static String make() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException failure) {
            throw new IllegalStateException("This JDK cannot make P-256 keys", failure);
        }
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException damaged) {
            throw new IllegalStateException("The stored VAPID key is damaged", damaged);
        }
    }

    ECKey pair() {
        return pair.obtain();
    }

    /** As browsers want it: the uncompressed point in URL-safe Base64. */
    String publicKey() {
        return P256.encode(P256.point(pair().toPublicJWK()));
    }
}
