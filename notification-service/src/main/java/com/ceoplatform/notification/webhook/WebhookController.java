package com.ceoplatform.notification.webhook;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.notification.outbound.AddressGuard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks over REST, for the CEO. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookController {

    private final WebhookService service;
    private final AddressGuard guard;
    private final People people;

    WebhookController(WebhookService service, AddressGuard guard, People people) {
        this.service = service;
        this.guard = guard;
        this.people = people;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Tell another system",
            description = "The answer shows the secret that signs the calls, this once. Accepts Idempotency-Key.")
    ResponseEntity<WebhookResponse> create(
            @Valid @RequestBody WebhookRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        admit(caller);
        checkAddress(request);
        checkPerson(request.userId());
        WebhookResponse webhook = service.create(caller.id(), request);
        return Etags.created("/api/v1/webhooks/" + webhook.id(), webhook, webhook.version());
    }

    @GetMapping
    @Operation(summary = "List all webhooks, the newest first")
    CursorPage<WebhookResponse> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        admit(caller);
        return service.list(PageLimit.of(limit), cursor == null ? null : Cursor.decode(cursor, 2));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a webhook")
    ResponseEntity<WebhookResponse> get(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        admit(caller);
        WebhookResponse webhook = service.get(id);
        return Etags.ok(webhook, webhook.version());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a webhook", description = "Also switches on again what was ended.")
    ResponseEntity<WebhookResponse> replace(
            @PathVariable UUID id,
            @Valid @RequestBody WebhookRequest request,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        admit(caller);
        checkAddress(request);
        WebhookResponse webhook = service.replace(id, request, expected);
        return Etags.ok(webhook, webhook.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a webhook; what is on its way to it is not sent any more")
    void delete(
            @PathVariable UUID id,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        admit(caller);
        service.delete(id, expected);
    }

    private static void admit(Caller caller) {
        if (!caller.isCeo()) {
            throw DomainException.forbidden("Only the CEO may see and change webhooks.");
        }
    }

    private void checkAddress(WebhookRequest request) {
        guard.objection(request.url()).ifPresent(objection -> {
            throw DomainException.invalid("url", objection);
        });
    }

    private void checkPerson(@Nullable UUID userId) {
        if (userId != null && people.find(userId).filter(Person::active).isEmpty()) {
            throw DomainException.invalid("userId", "is not an active person of this organisation");
        }
    }
}
