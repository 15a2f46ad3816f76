package com.ceoplatform.gateway.recovery;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.limit.RateLimits;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For people who have forgotten their password. Its methods block and so run on virtual threads. */
@RestController
@RequestMapping("/api/v1/auth/password-reset")
@Tag(name = "Auth")
class RecoveryController {

    private final ResetRequests requests;
    private final ResetPost post;
    private final Recovery recovery;
    private final ResetMail mail;
    private final RateLimits limits;
    private final AsyncTaskExecutor background;

    RecoveryController(
            ResetRequests requests,
            ResetPost post,
            Recovery recovery,
            ResetMail mail,
            RateLimits limits,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor background) {
        this.requests = requests;
        this.post = post;
        this.recovery = recovery;
        this.mail = mail;
        this.limits = limits;
        this.background = background;
    }

    /** Whose password is to be reset. */
    record ResetRequest(@NotBlank @Size(max = 254) String email) {}

    /** The mailed token and the password to be. */
    record ConfirmRequest(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(min = 1, max = 1000) String newPassword) {

        @Override
        public String toString() {
            return "ConfirmRequest";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Mails a link for a new password, if the address is known; the answer does not tell")
    @SecurityRequirements
    void request(Origin origin, @Valid @RequestBody ResetRequest request) {
        limits.requireLogin(origin.address(), request.email());
        if (!mail.isOn()) {
            throw new DomainException(
                    ErrorKind.UNAVAILABLE, "mail_off", "This installation sends no mail; ask the CEO for a password.");
        }
        requests.add(request.email().strip(), origin.address());
        background.execute(post::work);
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sets a new password with a mailed token and ends all logins")
    @SecurityRequirements
    void confirm(Origin origin, @Valid @RequestBody ConfirmRequest request) {
        origin.run(() -> recovery.reset(request.token(), request.newPassword()));
    }
}
