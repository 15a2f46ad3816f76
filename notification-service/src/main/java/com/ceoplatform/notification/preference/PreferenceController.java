package com.ceoplatform.notification.preference;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own preferences over REST. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
@Tag(name = "Preferences")
class PreferenceController {

    private final PreferenceService service;

    PreferenceController(PreferenceService service) {
        this.service = service;
    }

    @GetMapping
    @Operation(summary = "What you want to be told of", description = "With what you said nothing of filled in.")
    ResponseEntity<PreferencesResponse> get(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        PreferencesResponse preferences = service.get(caller.id());
        return Etags.ok(preferences, preferences.version());
    }

    @PutMapping
    @Operation(
            summary = "Say what you want to be told of",
            description = "Replaces all you said before; what is left out is as for everybody.")
    ResponseEntity<PreferencesResponse> replace(
            @Valid @RequestBody PreferencesRequest request,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        PreferencesResponse preferences = service.replace(caller.id(), request, expected);
        return Etags.ok(preferences, preferences.version());
    }
}
