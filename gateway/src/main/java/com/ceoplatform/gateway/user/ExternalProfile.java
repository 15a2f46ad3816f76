package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an external issuer says about a person; null where it says nothing.
 *
 * @param timezone IANA name
 * @param locale BCP 47 tag
 */
public record ExternalProfile(
        String email,
        @Nullable String name,
        @Nullable Role role,
        @Nullable String department,
        @Nullable String timezone,
        @Nullable String locale) {

    ExternalProfile withoutRole() {
        return new ExternalProfile(email, name, null, department, timezone, locale);
    }
}
