package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the caller's own password. Blocks and so runs on virtual threads. */
@RestController
@Tag(name = "Auth")
class PasswordController {

    private final PasswordChanges changes;

    PasswordController(PasswordChanges changes) {
        this.changes = changes;
    }

    /** The old password and the new one. */
    record ChangePasswordRequest(
            @NotNull @Size(min = 1, max = 1000) String currentPassword,
            @NotNull @Size(min = 1, max = 1000) String newPassword) {

        @Override
        public String toString() {
            return "ChangePasswordRequest";
        }
    }

    @PostMapping("/api/v1/auth/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes the caller's password and ends the caller's other logins")
    void change(
            @AuthenticationPrincipal Caller caller, Origin origin, @Valid @RequestBody ChangePasswordRequest request) {
        origin.run(() -> changes.change(caller, request.currentPassword(), request.newPassword()));
    }
}
