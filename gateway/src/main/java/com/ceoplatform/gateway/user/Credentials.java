package com.ceoplatform.gateway.user;

/** What a login needs to know of a person. */
public record Credentials(UserResponse user, String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + user.id() + "]";
    }
}
