package com.ceoplatform.task.meeting;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Organisation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Meetings over REST. */
@RestController
@RequestMapping("/api/v1/meetings")
@Tag(name = "Meetings")
class MeetingController {

    private static final Duration AHEAD = Duration.ofDays(366);

    private final MeetingService service;
    private final Organisation organisation;
    private final Clock clock;

    MeetingController(MeetingService service, Organisation organisation, Clock clock) {
        this.service = service;
        this.organisation = organisation;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Schedule a meeting",
            description = "You are its organiser. Accepts Idempotency-Key. Emits meeting.scheduled."
                    + " 422: validation_failed, idempotency_key_reused.")
    ResponseEntity<MeetingResponse> schedule(
            @Valid @RequestBody ScheduleMeetingRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        organisation.askForPeople(request.attendees());
        MeetingResponse meeting = service.schedule(request, caller);
        return Etags.created("/api/v1/meetings/" + meeting.id(), meeting, meeting.version());
    }

    @GetMapping
    @Operation(summary = "Your meetings, the soonest first", description = "Those that were cancelled are left out.")
    CursorPage<MeetingResponse> list(
            @Parameter(description = "Ends after this moment; now when left out")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Starts before this moment; a year ahead when left out")
                    @RequestParam(required = false)
                    @Nullable
                    Instant until,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        Instant now = clock.instant();
        Instant start = moment("from", from, now);
        Instant end = moment("until", until, (start.isAfter(now) ? start : now).plus(AHEAD));
        return service.list(start, end, PageLimit.of(limit), cursor, caller);
    }

    private static Instant moment(String parameter, @Nullable Instant asked, Instant otherwise) {
        if (asked != null && !MeetingEdit.isMoment(asked)) {
            throw DomainException.invalidParameter(parameter, "must be between the years 1970 and 9999");
        }
        return Objects.requireNonNullElse(asked, otherwise);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a meeting", description = "404: meeting_not_found.")
    ResponseEntity<MeetingResponse> get(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        MeetingResponse meeting = service.get(id, caller);
        return Etags.ok(meeting, meeting.version());
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a meeting",
            description = "Accepts If-Match. Emits meeting.changed." + " For its organiser and the CEO. 403: forbidden."
                    + " 404: meeting_not_found. 409: meeting_cancelled. 412: stale_version. 422: validation_failed.")
    ResponseEntity<MeetingResponse> change(
            @PathVariable UUID id,
            @RequestBody MeetingEdit edit,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        organisation.askForPeople(
                edit.newAttendees().stream().filter(Objects::nonNull).toList());
        MeetingResponse meeting = service.change(id, edit, expected, caller);
        return Etags.ok(meeting, meeting.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancel a meeting",
            description = "For its organiser and the CEO. Repeating it does nothing more. Emits meeting.cancelled."
                    + " 403: forbidden. 404: meeting_not_found. 412: stale_version.")
    void cancel(
            @PathVariable UUID id,
            @Parameter(hidden = true) ExpectedVersion expected,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        service.cancel(id, expected, caller);
    }
}
