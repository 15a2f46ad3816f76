package com.ceoplatform.notification.mail;

import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody's mail arrives, over REST. */
@RestController
@RequestMapping("/api/v1/notifications/email")
@Tag(name = "Preferences")
class EmailStateController {

    private final Addresses addresses;
    private final MailSettings settings;

    EmailStateController(Addresses addresses, MailSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    enum State {
        DELIVERABLE,
        /** It came back; nothing is sent until you say that it works again. */
        UNDELIVERABLE,
        /** The installation has no mail server. */
        OFF
    }

    /**
     * Whether mail arrives.
     *
     * @param status what the mail server said when it came back
     */
    record EmailState(
            String address,
            State state,
            @Nullable String status,
            @Nullable Instant since) {}

    @GetMapping
    @Operation(summary = "Whether mail to you arrives")
    EmailState get(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        if (!settings.isOn()) {
            return new EmailState(caller.email(), State.OFF, null, null);
        }
        return addresses
                .undeliverable(caller.email())
                .map(why -> new EmailState(caller.email(), State.UNDELIVERABLE, why.status(), why.since()))
                .orElseGet(() -> new EmailState(caller.email(), State.DELIVERABLE, null, null));
    }

    @DeleteMapping("/bounce")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that your mail works again", description = "Repeating it does nothing more.")
    void worksAgain(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        addresses.markDeliverable(caller.email());
    }
}
