package com.ceoplatform.task.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars over REST. */
@RestController
@Tag(
        name = "Calendar",
        description = "Deadlines and meetings for Outlook, Google Calendar, Apple Calendar and the like")
class CalendarController {

    static final String ADDRESSES = "/calendar";

    private static final String TYPE = "text/calendar";

    private final CalendarService service;
    private final PublicAddress address;

    CalendarController(CalendarService service, PublicAddress address) {
        this.service = service;
        this.address = address;
    }

    @GetMapping(path = "/api/v1/calendar.ics", produces = TYPE)
    @Operation(summary = "Your calendar", description = "Deadlines and meetings (RFC 5545); If-None-Match gives 304.")
    ResponseEntity<byte[]> mine(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return calendar(service.of(caller));
    }

    @GetMapping(path = ADDRESSES + "/{secret:[A-Za-z0-9_-]{43}}.ics", produces = TYPE)
    @SecurityRequirements
    @Operation(summary = "The calendar behind a private address", description = "No token: the secret is in the path.")
    ResponseEntity<byte[]> subscribed(@PathVariable String secret) {
        return calendar(service.behind(secret));
    }

    @PostMapping("/api/v1/calendar/secret")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Get a private address for your calendar",
            description = "Told only now. The address before, if there was one, opens nothing any longer.")
    CalendarAddress open(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        String secret = service.newSecret(caller.id());
        return new CalendarAddress(
                address.publicUrl() + ADDRESSES + "/" + secret + ".ics",
                service.openSince(caller.id()).orElse(null));
    }

    @GetMapping("/api/v1/calendar/secret")
    @Operation(summary = "Whether your calendar has a private address", description = "Not the address itself.")
    CalendarAddress state(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new CalendarAddress(null, service.openSince(caller.id()).orElse(null));
    }

    @DeleteMapping("/api/v1/calendar/secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close the private address of your calendar", description = "Repeating it does nothing more.")
    void close(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        service.close(caller.id());
    }

    private static ResponseEntity<byte[]> calendar(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", UTF_8))
                .eTag("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header("Content-Disposition", "inline; filename=\"calendar.ics\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
