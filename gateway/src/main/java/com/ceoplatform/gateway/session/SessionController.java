package com.ceoplatform.gateway.session;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody is logged in. Its methods block and so run on virtual threads. */
@RestController
@Tag(name = "Sessions")
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/api/v1/auth/sessions")
    @Operation(summary = "Where the caller is logged in, last used first")
    CursorPage<SessionResponse> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return sessions.list(caller.id(), caller.sessionId(), after, PageLimit.of(limit));
    }

    @DeleteMapping("/api/v1/auth/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends one login of the caller, everywhere at once")
    void revoke(@AuthenticationPrincipal Caller caller, Origin origin, @PathVariable UUID id) {
        origin.run(() -> sessions.revoke(caller.id(), id));
    }

    @DeleteMapping("/api/v1/auth/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends all logins of the caller but the one that asks")
    void revokeOthers(@AuthenticationPrincipal Caller caller, Origin origin) {
        origin.run(() -> sessions.revokeLogins(caller.id(), UUID.fromString(caller.sessionId())));
    }

    @GetMapping("/api/v1/users/{userId}/sessions")
    @Operation(summary = "Where somebody is logged in; oneself and the CEO only")
    CursorPage<SessionResponse> listOf(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID userId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireSelfOrCeo(caller, userId);
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return sessions.list(userId, caller.sessionId(), after, PageLimit.of(limit));
    }

    @DeleteMapping("/api/v1/users/{userId}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Logs somebody out everywhere; oneself and the CEO only")
    void revokeAll(@AuthenticationPrincipal Caller caller, Origin origin, @PathVariable UUID userId) {
        requireSelfOrCeo(caller, userId);
        origin.run(() -> sessions.revokeLogins(userId, null));
    }

    private static void requireSelfOrCeo(Caller caller, UUID userId) {
        if (!caller.isCeo() && !caller.id().equals(userId)) {
            throw DomainException.forbidden("Only the CEO sees and ends the logins of others.");
        }
    }
}
