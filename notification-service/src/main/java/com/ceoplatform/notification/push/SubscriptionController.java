package com.ceoplatform.notification.push;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.notification.outbound.AddressGuard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Web push over REST. */
@RestController
@RequestMapping("/api/v1/notifications/subscriptions")
@Tag(name = "Web push")
class SubscriptionController {

    private final SubscriptionService service;
    private final VapidKeys keys;
    private final AddressGuard guard;

    SubscriptionController(SubscriptionService service, VapidKeys keys, AddressGuard guard) {
        this.service = service;
        this.keys = keys;
        this.guard = guard;
    }

    /** The application server's key that a browser needs to subscribe. */
    record ServerKey(String publicKey) {}

    /** A browser as its push service knows it. */
    record Browser(@Nullable String endpoint) {}

    /** All of somebody's subscriptions. */
    record SubscriptionList(List<SubscriptionResponse> items) {}

    @GetMapping("/key")
    @Operation(summary = "The key to subscribe with", description = "The applicationServerKey of the Push API.")
    ServerKey key() {
        return new ServerKey(keys.publicKey());
    }

    @GetMapping
    @Operation(summary = "List your subscriptions")
    SubscriptionList list(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new SubscriptionList(service.of(caller.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Be told in this browser",
            description =
                    "Takes what PushSubscription.toJSON() says. A browser that is known already is updated; of more"
                            + " than 20 the oldest are forgotten. Accepts Idempotency-Key.")
    SubscriptionResponse subscribe(
            @Valid @RequestBody SubscribeRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        guard.objection(request.endpoint()).ifPresent(objection -> {
            throw DomainException.invalid("endpoint", objection);
        });
        return service.subscribe(caller.id(), request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Be told no longer in a browser")
    void unsubscribe(@PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        service.unsubscribe(caller.id(), id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Be told no longer in the browser with this endpoint",
            description = "Named in the query, or in a body like that of the subscription.")
    void unsubscribe(
            @RequestParam(required = false) @Nullable String endpoint,
            @RequestBody(required = false) @Nullable Browser browser,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        String named = browser == null || endpoint != null ? endpoint : browser.endpoint();
        if (named == null) {
            throw DomainException.invalidParameter("endpoint", "is missing");
        }
        service.unsubscribe(caller.id(), named);
    }
}
