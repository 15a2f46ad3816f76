package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person to be added, as the client sent it; {@link UserRules} says what is wrong with it.
 *
 * @param kind a person when absent
 * @param email made up for a service account when absent
 * @param password not for service accounts
 * @param timezone IANA name, {@code UTC} when absent
 * @param locale BCP 47 tag, {@code en} when absent
 */
record CreateUserRequest(
        @Nullable UserKind kind,
        @Nullable String email,
        @Nullable String name,
        @Nullable String password,
        @Nullable Role role,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable UUID managerId,
        @Nullable String timezone,
        @Nullable String locale) {

    boolean isForService() {
        return kind == UserKind.SERVICE;
    }

    @Override
    public String toString() {
        return "CreateUserRequest[" + email + "]";
    }
}
