package com.ceoplatform.gateway.federation;

import com.ceoplatform.gateway.account.TokenResponse;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single sign-on. Its methods block and so run on virtual threads. */
@RestController
@RequestMapping("/api/v1/auth/oidc")
@Tag(name = "Auth")
class ExternalLoginController {

    private final ExternalLogin logins;

    ExternalLoginController(ExternalLogin logins) {
        this.logins = logins;
    }

    /** The page that the browser is to come back to. */
    record BeginRequest(@NotBlank @Size(max = 500) String redirectUri) {}

    /** What the browser came back with, and the key of the one who began. */
    record FinishRequest(
            @NotBlank @Size(max = 200) String state,
            @NotBlank @Size(max = 200) String loginKey,
            @NotBlank @Size(max = 4000) String code) {

        @Override
        public String toString() {
            return "FinishRequest";
        }
    }

    @PostMapping("/authorization")
    @Operation(summary = "Begins a login at the external issuer: authorization code flow with PKCE")
    @SecurityRequirements
    AuthorizationResponse begin(Origin origin, @Valid @RequestBody BeginRequest request) {
        return origin.call(() -> logins.begin(request.redirectUri()));
    }

    @PostMapping
    @Operation(summary = "Exchanges the issuer's code for an access token and a refresh token")
    @SecurityRequirements
    TokenResponse finish(Origin origin, @Valid @RequestBody FinishRequest request) {
        return origin.call(() -> logins.finish(request.state(), request.loginKey(), request.code()));
    }
}
