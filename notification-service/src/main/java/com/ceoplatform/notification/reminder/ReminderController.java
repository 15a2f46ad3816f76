package com.ceoplatform.notification.reminder;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
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

/** Reminders over REST. */
@RestController
@RequestMapping("/api/v1/reminders")
@Tag(name = "Reminders")
class ReminderController {

    private final ReminderAudience audience;
    private final ReminderService service;

    ReminderController(ReminderAudience audience, ReminderService service) {
        this.audience = audience;
        this.service = service;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Remind people at a time",
            description = "Yourself, when no audience is named. Accepts" + " Idempotency-Key.")
    ResponseEntity<ReminderResponse> schedule(
            @Valid @RequestBody CreateReminderRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        List<UUID> people = audience.of(caller.id(), request.audience());
        ReminderResponse reminder =
                service.schedule(caller.id(), new Reminder.Draft(request.about(), people, request.at()));
        return Etags.created("/api/v1/reminders/" + reminder.id(), reminder, reminder.version());
    }

    @GetMapping
    @Operation(summary = "List what you have scheduled and is still to come, the next one first")
    CursorPage<ReminderResponse> scheduled(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return service.scheduled(caller.id(), PageLimit.of(limit), after);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a reminder", description = "Its creator and those whom it reminds may.")
    ResponseEntity<ReminderResponse> get(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        ReminderResponse reminder = service.get(caller.id(), id);
        return Etags.ok(reminder, reminder.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancel a reminder", description = "Its creator may. Repeating it does nothing more.")
    void cancel(
            @PathVariable UUID id,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        service.cancel(caller.id(), id, expected);
    }
}
