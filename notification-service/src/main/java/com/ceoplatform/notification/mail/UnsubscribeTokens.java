package com.ceoplatform.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.secret.ServiceKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signed tokens that let whoever has the mail end such mail, and nothing else. They hold who and what, so that none of them
 * has to be kept, and they never expire: a link in an old mail still works.
 */
@Component
class UnsubscribeTokens {

    private static final int SECRET = 32;
    private static final int SIGNATURE = 16;
    private static final int CONTENT = 2 * Long.BYTES + Integer.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SingletonSupplier<SecretKeySpec> key;

    UnsubscribeTokens(ServiceKeys keys) {
        key = SingletonSupplier.of(() -> new SecretKeySpec(
                keys.get("unsubscribe", UnsubscribeTokens::newSecret).getBytes(UTF_8), "HmacSHA256"));
    }

    /** Whose mail, and of which kinds. */
    record Grant(UUID userId, Set<NotificationKind> kinds) {}

    private static String newSecret() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    String issue(UUID userId, Set<NotificationKind> kinds) {
        int mask = kinds.stream().mapToInt(kind -> 1 << kind.code()).reduce(0, (first, second) -> first | second);
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putLong(userId.getMostSignificantBits())
                .putLong(userId.getLeastSignificantBits())
                .putInt(mask)
                .array();
        byte[] token = Arrays.copyOf(content, CONTENT + SIGNATURE);
        System.arraycopy(sign(content), 0, token, CONTENT, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for a token that was not given out here. */
    Optional<Grant> read(String token) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (octets.length != CONTENT + SIGNATURE) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(octets, CONTENT);
        byte[] signature = Arrays.copyOfRange(octets, CONTENT, octets.length);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(content), SIGNATURE))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        UUID userId = new UUID(fields.getLong(), fields.getLong());
        return Optional.of(new Grant(userId, kinds(fields.getInt())));
    }

    private static Set<NotificationKind> kinds(int mask) {
        Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            if ((mask & 1 << kind.code()) != 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.obtain());
            return mac.doFinal(content);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("This JDK has no HMAC-SHA256", failure);
        }
    }
}
