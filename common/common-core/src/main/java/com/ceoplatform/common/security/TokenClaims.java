package com.ceoplatform.common.security;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names and meaning of the access token's claims (RFC 7519; OpenID Connect names where there is one). */
public final class TokenClaims {

    public static final String AUDIENCE = "ceo-platform";
    public static final String SESSION = "sid";
    public static final String ROLE = "role";
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String DEPARTMENT = "department";
    public static final String ZONE = "zoneinfo";

    /** What the token is good for, separated by spaces (RFC 8693, 4.2); absent when for all its user may do. */
    public static final String SCOPE = "scope";

    private TokenClaims() {}

    /**
     * The caller that the claims of a verified token describe.
     *
     * @throws IllegalArgumentException when a claim that every access token carries is missing or malformed
     */
    public static Caller caller(Map<String, Object> claims) {
        return new Caller(
                UUID.fromString(required(claims, "sub")),
                required(claims, EMAIL),
                required(claims, NAME),
                Role.of(required(claims, ROLE)),
                text(claims, DEPARTMENT),
                required(claims, SESSION),
                zone(text(claims, ZONE)));
    }

    private static String required(Map<String, Object> claims, String name) {
        String value = text(claims, name);
        if (value == null) {
            throw new IllegalArgumentException("The token has no claim " + name);
        }
        return value;
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String value ? value : null;
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknownZone) {
            return ZoneOffset.UTC;
        }
    }
}
