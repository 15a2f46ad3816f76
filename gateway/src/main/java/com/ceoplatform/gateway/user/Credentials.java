package com.ceoplatform.gateway.user;

import org.jspecify.annotations.Nullable;

/**
 * What a login needs to know of a person.
 *
 * @param passwordHash null for whom no password lets in
 */
public record Credentials(UserResponse user, @Nullable String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + user.id() + "]";
    }
}
