package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.request.ExpectedVersion;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of the organisation. Its methods block and so run on virtual threads. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users")
class UserController {

    private final UserDirectory directory;
    private final KnownPeople people;
    private final UserAdministration administration;

    UserController(UserDirectory directory, KnownPeople people, UserAdministration administration) {
        this.directory = directory;
        this.people = people;
        this.administration = administration;
    }

    @GetMapping("/me")
    @Operation(summary = "The caller")
    ResponseEntity<UserResponse> me(@AuthenticationPrincipal Caller caller) {
        return one(caller.id());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One person, active or not")
    ResponseEntity<UserResponse> get(@PathVariable UUID id) {
        return one(id);
    }

    @GetMapping
    @Operation(summary = "The people, by name; q looks into name, address and job title")
    CursorPage<UserResponse> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UserKind kind,
            @RequestParam(required = false) @Nullable UUID managerId,
            @RequestParam(defaultValue = "true") boolean active,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return directory.search(
                new UserQuery(q, department, role, kind, managerId, active, after), PageLimit.of(limit));
    }

    @PostMapping
    @Operation(summary = "Adds a person; the CEO only")
    ResponseEntity<UserResponse> create(
            @AuthenticationPrincipal Caller caller,
            Origin origin,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody CreateUserRequest request) {
        UserResponse user = origin.call(() -> administration.create(caller, request, idempotencyKey));
        return ResponseEntity.created(URI.create("/api/v1/users/" + user.id()))
                .eTag(tag(user))
                .body(user);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Changes a person: the CEO everything, others their own name, time zone, locale and password")
    ResponseEntity<UserResponse> update(
            @AuthenticationPrincipal Caller caller,
            Origin origin,
            ExpectedVersion expected,
            @PathVariable UUID id,
            @RequestBody UpdateUserRequest request) {
        return ok(origin.call(() -> administration.update(caller, id, request, expected)));
    }

    @PatchMapping("/me")
    @Operation(summary = "Changes the caller, as PATCH /users/{id} does")
    ResponseEntity<UserResponse> updateMe(
            @AuthenticationPrincipal Caller caller,
            Origin origin,
            ExpectedVersion expected,
            @RequestBody UpdateUserRequest request) {
        return update(caller, origin, expected, caller.id(), request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deactivates a person, who is logged out at once; the CEO only")
    void deactivate(
            @AuthenticationPrincipal Caller caller, Origin origin, ExpectedVersion expected, @PathVariable UUID id) {
        origin.run(() -> administration.deactivate(caller, id, expected));
    }

    private ResponseEntity<UserResponse> one(UUID id) {
        return ok(people.find(id).orElseThrow(() -> DomainException.notFound("user")));
    }

    private static ResponseEntity<UserResponse> ok(UserResponse user) {
        return ResponseEntity.ok().eTag(tag(user)).body(user);
    }

    private static String tag(UserResponse user) {
        return "\"" + user.version() + "\"";
    }
}
