package com.ceoplatform.notification.notification;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own notifications over REST. */
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Notifications")
class NotificationController {

    private final NotificationListing listing;
    private final NotificationService service;

    NotificationController(NotificationListing listing, NotificationService service) {
        this.listing = listing;
        this.service = service;
    }

    /** How many notifications became read. */
    record ReadAll(int read) {}

    @GetMapping
    @Operation(summary = "List your notifications, the newest first", description = "With how many are unread in all.")
    NotificationPage list(
            @Parameter(description = "true: only those not read yet; false: only those read")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean unread,
            @Parameter(description = "1 to 200, 50 by default") @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return listing.list(caller.id(), unread, PageLimit.of(limit), after);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one of your notifications", description = "The ETag is its version.")
    ResponseEntity<NotificationResponse> get(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        NotificationResponse notification = service.get(caller.id(), id);
        return Etags.ok(notification, notification.version());
    }

    @PostMapping("/{id}/read")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @Operation(summary = "Mark as read", description = "Repeating it does nothing more. Emits notification.read.")
    ResponseEntity<NotificationResponse> markRead(
            @PathVariable UUID id,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        NotificationResponse notification = service.markRead(caller.id(), id, expected);
        return Etags.ok(notification, notification.version());
    }

    @PostMapping("/{id}/acknowledge")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @Operation(
            summary = "Say that you understood",
            description = "Also marks as read; an urgent notification is then not brought to you in further ways."
                    + " Repeating it does nothing more. Emits notification.read.")
    ResponseEntity<NotificationResponse> acknowledge(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        NotificationResponse notification = service.acknowledge(caller.id(), id);
        return Etags.ok(notification, notification.version());
    }

    @PostMapping("/read-all")
    @Operation(summary = "Mark all as read", description = "Emits notification.read for each that was not.")
    ReadAll markAllRead(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new ReadAll(service.markAllRead(caller.id()));
    }
}
