package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user to be created: checked, and the password already hashed.
 *
 * @param passwordHash null for whom no password is to let in
 */
public record NewUser(
        UserKind kind,
        String email,
        String name,
        @Nullable String passwordHash,
        Role role,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable UUID managerId,
        String timezone,
        String locale) {

    /** Somebody whom an external issuer knows; staff unless it says more. */
    public static NewUser of(ExternalProfile profile) {
        return new NewUser(
                UserKind.PERSON,
                profile.email(),
                Objects.requireNonNullElse(profile.name(), profile.email()),
                null,
                Objects.requireNonNullElse(profile.role(), Role.STAFF),
                profile.department(),
                null,
                null,
                Objects.requireNonNullElse(profile.timezone(), UserRules.DEFAULT_TIMEZONE),
                Objects.requireNonNullElse(profile.locale(), UserRules.DEFAULT_LOCALE));
    }

    /** The first account. */
    public static NewUser ceo(String email, String name, String passwordHash) {
        return new NewUser(
                UserKind.PERSON,
                email,
                name,
                passwordHash,
                Role.CEO,
                null,
                null,
                null,
                UserRules.DEFAULT_TIMEZONE,
                UserRules.DEFAULT_LOCALE);
    }
}
