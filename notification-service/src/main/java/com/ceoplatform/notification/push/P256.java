package com.ceoplatform.notification.push;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;

/** Keys on the curve P-256 as Web Push writes them: uncompressed points, URL-safe Base64 without padding. */
final class P256 {

    private static final int COORDINATE = 32;
    private static final int POINT = 1 + 2 * COORDINATE;
    private static final byte UNCOMPRESSED = 4;

    private P256() {}

    /** @throws IllegalArgumentException when it is no point of the curve */
    static ECKey publicKey(byte[] point) {
        return built(builder(point));
    }

    /** @throws IllegalArgumentException when they are no key pair */
    static ECKey pair(String publicKey, String privateKey) {
        return built(builder(decode(publicKey)).d(Base64URL.encode(decode(privateKey))));
    }

    private static ECKey.Builder builder(byte[] point) {
        if (point.length != POINT || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("not an uncompressed point");
        }
        return new ECKey.Builder(
                Curve.P_256,
                Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
    }

    private static ECKey built(ECKey.Builder builder) {
        try {
            return builder.build();
        } catch (IllegalStateException notOnCurve) {
            throw new IllegalArgumentException("not a point of the curve", notOnCurve);
        }
    }

    static byte[] point(ECKey key) {
        byte[] point = new byte[POINT];
        point[0] = UNCOMPRESSED;
        copy(key.getX().decode(), point, 1);
        copy(key.getY().decode(), point, 1 + COORDINATE);
        return point;
    }

    /** Right-aligned: leading zeros may be missing. */
    private static void copy(byte[] coordinate, byte[] point, int offset) {
        int length = Math.min(coordinate.length, COORDINATE);
        System.arraycopy(coordinate, coordinate.length - length, point, offset + COORDINATE - length, length);
    }

    static String encode(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** @throws IllegalArgumentException when it is not URL-safe Base64 */
    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text.replaceAll("=+$", ""));
    }
}
