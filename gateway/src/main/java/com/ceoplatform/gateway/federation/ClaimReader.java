package com.ceoplatform.gateway.federation;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.user.ExternalProfile;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Reads a person out of the claims of an ID token, as configured. What cannot be used is left out. */
@Component
class ClaimReader {

    private static final int LONGEST_TEXT = 200;

    private final OidcSettings.Claims names;

    ClaimReader(OidcSettings settings) {
        this.names = settings.claims();
    }

    /** @throws DomainException 403 {@code email_missing} */
    Identity read(Jwt token) {
        String email = text(token, "email");
        if (email == null) {
            throw new DomainException(ErrorKind.FORBIDDEN, "email_missing", "The issuer does not tell your address.");
        }
        return new Identity(
                required(token, "iss"),
                required(token, "sub"),
                Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified")),
                new ExternalProfile(
                        email,
                        text(token, names.name()),
                        role(token),
                        text(token, names.department()),
                        zone(text(token, "zoneinfo")),
                        locale(text(token, "locale"))));
    }

    /** The decoder refuses tokens without them. */
    private static String required(Jwt token, String claim) {
        return Objects.requireNonNull(token.getClaimAsString(claim), claim);
    }

    private @Nullable Role role(Jwt token) {
        if (names.role().isEmpty()) {
            return null;
        }
        Collection<?> values = switch (token.getClaims().get(names.role())) {
            case String one -> List.of(one);
            case Collection<?> many -> many;
            case null, default -> List.of();
        };
        if (!Collections.disjoint(values, names.ceo())) {
            return Role.CEO;
        }
        return Collections.disjoint(values, names.manager()) ? Role.STAFF : Role.MANAGER;
    }

    private static @Nullable String text(Jwt token, String claim) {
        if (claim.isEmpty() || !(token.getClaims().get(claim) instanceof String text) || text.isBlank()) {
            return null;
        }
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT && text.indexOf('\0') < 0 ? text : null;
    }

    private static @Nullable String zone(@Nullable String name) {
        return name != null && ZoneId.getAvailableZoneIds().contains(name) ? name : null;
    }

    /** Issuers write {@code en_US} as well as {@code en-US}. */
    private static @Nullable String locale(@Nullable String tag) {
        String language =
                tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
        return language.isEmpty() || language.equals("und") ? null : language;
    }
}
