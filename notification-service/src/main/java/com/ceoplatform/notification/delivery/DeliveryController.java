package com.ceoplatform.notification.delivery;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where deliveries stand, over REST; dead ones for the CEO's account, and not through the gateway. */
@RestController
class DeliveryController {

    private final DeliveryStates states;

    DeliveryController(DeliveryStates states) {
        this.states = states;
    }

    /** All ways by which a notification leaves or left. */
    record DeliveryList(List<DeliveryResponse> items) {}

    @GetMapping("/api/v1/notifications/{id}/deliveries")
    @Tag(name = "Notifications")
    @Operation(
            summary = "How one of your notifications leaves the platform",
            description =
                    "By mail, push and webhook. Empty when it is in the list only: you want it there alone, or cannot be"
                            + " reached in other ways.")
    DeliveryList of(@PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new DeliveryList(states.of(caller.id(), id));
    }

    @GetMapping("/admin/dead-deliveries")
    @Tag(name = "Operations")
    @Operation(summary = "Deliveries that this service gave up on, the newest first")
    CursorPage<DeadDispatch> dead(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return states.dead(PageLimit.of(limit), cursor == null ? null : Cursor.decode(cursor, 2));
    }

    @PostMapping("/admin/dead-deliveries/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Tag(name = "Operations")
    @Operation(summary = "Try a dead delivery again, with all attempts")
    void redrive(@PathVariable UUID id) {
        states.redrive(id);
    }
}
