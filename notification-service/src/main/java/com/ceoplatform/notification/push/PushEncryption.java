package com.ceoplatform.notification.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Message encryption for Web Push (RFC 8291) in the content coding aes128gcm (RFC 8188), one record per message. */
final class PushEncryption {

    /** What the smallest allowed push service takes, less header and tag. */
    static final int LONGEST = 3993;

    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int SECRET = 32;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {}

    /**
     * @param receiver the public key of the subscription
     * @param auth its authentication secret
     */
    static byte[] encrypt(byte[] plain, ECKey receiver, byte[] auth) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        try {
            return encrypt(plain, receiver, auth, new ECKeyGenerator(Curve.P_256).generate(), salt);
        } catch (JOSEException failure) {
            throw new IllegalStateException("This JDK cannot make P-256 keys", failure);
        }
    }

    /** The same with everything given that is otherwise random. */
    static byte[] encrypt(byte[] plain, ECKey receiver, byte[] auth, ECKey sender, byte[] salt) {
        if (plain.length > LONGEST) {
            throw new IllegalArgumentException("longer than a push message can be");
        }
        byte[] senderPoint = P256.point(sender);
        byte[] info = concat("WebPush: info\0".getBytes(US_ASCII), P256.point(receiver), senderPoint);
        try {
            byte[] secret = derive(auth, agree(sender, receiver), info, SECRET);
            byte[] key = derive(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), KEY);
            byte[] nonce = derive(salt, secret, "Content-Encoding: nonce\0".getBytes(US_ASCII), NONCE);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] padded = Arrays.copyOf(plain, plain.length + 1);
            padded[plain.length] = LAST_RECORD;
            return concat(header(salt, senderPoint), cipher.doFinal(padded));
        } catch (GeneralSecurityException | JOSEException failure) {
            throw new IllegalStateException("This JDK cannot encrypt for Web Push", failure);
        }
    }

    private static byte[] header(byte[] salt, byte[] senderPoint) {
        return ByteBuffer.allocate(SALT + Integer.BYTES + 1 + senderPoint.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) senderPoint.length)
                .put(senderPoint)
                .array();
    }

    private static byte[] agree(ECKey own, ECKey other) throws GeneralSecurityException, JOSEException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.toECPrivateKey());
        agreement.doPhase(other.toECPublicKey(), true);
        return agreement.generateSecret();
    }

    private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(input)
                        .thenExpand(info, length));
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
