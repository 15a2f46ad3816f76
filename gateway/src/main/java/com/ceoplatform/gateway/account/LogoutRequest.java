package com.ceoplatform.gateway.account;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which login ends, when the access token that would tell has expired. */
record LogoutRequest(@Nullable @Size(max = 200) String refreshToken) {

    @Override
    public String toString() {
        return "LogoutRequest";
    }
}
