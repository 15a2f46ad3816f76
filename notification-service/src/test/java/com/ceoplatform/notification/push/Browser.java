package com.ceoplatform.notification.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ceoplatform.common.json.PlatformJson;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A browser that is subscribed: decrypts what it is pushed, step by step as RFC 8188 and RFC 8291 say. */
final class Browser {

    private static final int SALT = 16;
    private static final int KEY_ID_LENGTH = 20;
    private static final byte[] AUTH = "sixteen octets!!".getBytes(US_ASCII);

    private final ECKey pair;

    Browser() {
        try {
            pair = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String publicKey() {
        return P256.encode(P256.point(pair.toPublicJWK()));
    }

    Map<String, Object> subscription(String endpoint) {
        return Map.of("endpoint", endpoint, "keys", Map.of("p256dh", publicKey(), "auth", P256.encode(AUTH)));
    }

    JsonNode read(byte[] body) {
        byte[] salt = Arrays.copyOf(body, SALT);
        int keyLength = Byte.toUnsignedInt(body[KEY_ID_LENGTH]);
        byte[] sender = Arrays.copyOfRange(body, KEY_ID_LENGTH + 1, KEY_ID_LENGTH + 1 + keyLength);
        byte[] encrypted = Arrays.copyOfRange(body, KEY_ID_LENGTH + 1 + keyLength, body.length);
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.toECPrivateKey());
            agreement.doPhase(P256.publicKey(sender).toECPublicKey(), true);
            byte[] info = join("WebPush: info\0".getBytes(US_ASCII), P256.point(pair.toPublicJWK()), sender);
            byte[] secret = expand(hmac(AUTH, agreement.generateSecret()), info, 32);
            byte[] random = hmac(salt, secret);
            byte[] key = expand(random, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
            byte[] nonce = expand(random, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] padded = cipher.doFinal(encrypted);
            return PlatformJson.mapper().readTree(Arrays.copyOf(padded, padded.length - 1));
        } catch (GeneralSecurityException | JOSEException failure) {
            throw new AssertionError("The browser cannot read it", failure);
        }
    }

    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
