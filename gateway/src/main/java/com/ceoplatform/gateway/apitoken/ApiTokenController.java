package com.ceoplatform.gateway.apitoken;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API tokens of a person or a service account. Its methods block and so run on virtual threads. */
@RestController
@RequestMapping("/api/v1/users/{userId}/tokens")
@Tag(name = "API tokens")
class ApiTokenController {

    private final ApiTokens tokens;

    ApiTokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Takes no idempotency key: the secret is shown once, so there is nothing to repeat. */
    @PostMapping
    @Operation(summary = "Makes a token and shows it, this once")
    ResponseEntity<ApiTokenResponse> create(
            @AuthenticationPrincipal Caller caller,
            Origin origin,
            @PathVariable UUID userId,
            @Valid @RequestBody CreateTokenRequest request) {
        ApiTokenResponse token = origin.call(() -> tokens.create(caller, userId, request));
        return ResponseEntity.created(URI.create("/api/v1/users/" + userId + "/tokens/" + token.id()))
                .body(token);
    }

    @GetMapping
    @Operation(summary = "The live tokens, youngest first, without their secrets")
    CursorPage<ApiTokenResponse> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID userId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 1);
        return tokens.list(caller, userId, after, PageLimit.of(limit));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a token, everywhere at once")
    void revoke(
            @AuthenticationPrincipal Caller caller, Origin origin, @PathVariable UUID userId, @PathVariable UUID id) {
        origin.run(() -> tokens.revoke(caller, userId, id));
    }
}
