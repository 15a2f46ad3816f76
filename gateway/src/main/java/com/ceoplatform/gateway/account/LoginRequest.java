package com.ceoplatform.gateway.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who wants in. */
record LoginRequest(
        @NotBlank @Size(max = 254) String email,
        @NotNull @Size(min = 1, max = 1000) String password) {

    @Override
    public String toString() {
        return "LoginRequest[" + email + "]";
    }
}
