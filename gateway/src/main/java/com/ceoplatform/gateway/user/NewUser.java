package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user to be created: checked, and the password already hashed. */
public record NewUser(
        String email,
        String name,
        String passwordHash,
        Role role,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable UUID managerId,
        String timezone,
        String locale) {

    /** The first account. */
    public static NewUser ceo(String email, String name, String passwordHash) {
        return new NewUser(
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
