package com.ceoplatform.gateway.account;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.limit.RateLimits;
import com.ceoplatform.gateway.request.Origin;
import com.ceoplatform.gateway.session.SessionService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, staying in, logging out. Its methods block and so run on virtual threads. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Auth")
class AuthController {

    private final LoginService logins;
    private final SignIns signIns;
    private final SessionService sessions;
    private final RateLimits limits;

    AuthController(LoginService logins, SignIns signIns, SessionService sessions, RateLimits limits) {
        this.logins = logins;
        this.signIns = signIns;
        this.sessions = sessions;
        this.limits = limits;
    }

    @PostMapping("/login")
    @Operation(summary = "Exchanges an email address and a password for an access token and a refresh token")
    @SecurityRequirements
    TokenResponse login(Origin origin, @Valid @RequestBody LoginRequest request) {
        limits.requireLogin(origin.address(), request.email());
        return origin.call(() -> logins.login(request));
    }

    @PostMapping("/refresh")
    @Operation(summary = "Exchanges a refresh token for the next one and a new access token")
    @SecurityRequirements
    TokenResponse refresh(Origin origin, @Valid @RequestBody RefreshRequest request) {
        return origin.call(() -> signIns.renew(request.refreshToken()));
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends the login of the access token, or of the refresh token in the body")
    void logout(
            @AuthenticationPrincipal @Nullable Caller caller,
            Origin origin,
            @Valid @RequestBody(required = false) @Nullable LogoutRequest request) {
        String refreshToken = request == null ? null : request.refreshToken();
        if (caller == null && refreshToken == null) {
            throw new DomainException(
                    ErrorKind.UNAUTHENTICATED, "unauthenticated", "A valid access token or a refresh token is needed.");
        }
        origin.run(() -> {
            if (caller != null) {
                sessions.end(UUID.fromString(caller.sessionId()));
            }
            if (refreshToken != null) {
                sessions.endByRefreshToken(refreshToken);
            }
        });
    }
}
