package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.message.access.Conversations;
import com.ceoplatform.message.posting.Posting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** REST of the caller's own scheduled messages. */
@RestController
@RequestMapping("/api/v1/scheduled-messages")
@Tag(name = "Scheduled messages")
class ScheduledMessageController {

    private final Conversations conversations;
    private final Posting posting;
    private final ScheduledMessageService scheduled;

    ScheduledMessageController(Conversations conversations, Posting posting, ScheduledMessageService scheduled) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.posting = requireNonNull(posting, "posting is null");
        this.scheduled = requireNonNull(scheduled, "scheduled is null");
    }

    @PostMapping
    @Operation(
            summary = "Send a message later",
            description =
                    "Only what you could post now; whether you still may is looked at again when the time comes. Accepts Idempotency-Key.")
    ResponseEntity<ScheduledMessageResponse> schedule(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody ScheduleMessageRequest request) {
        posting.draft(conversations.open(caller, request.channelId()), request.message());
        ScheduledMessageResponse created = scheduled.schedule(caller.id(), request);
        return Etags.created("/api/v1/scheduled-messages/" + created.id(), created, created.version());
    }

    @GetMapping
    @Operation(
            summary = "List your messages that wait, the next first",
            description = "all=true: also those that are done with.")
    CursorPage<ScheduledMessageResponse> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return scheduled.list(caller.id(), all, after, PageLimit.of(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one of your scheduled messages")
    ResponseEntity<ScheduledMessageResponse> show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return etagged(scheduled.show(caller.id(), id));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change a message that waits")
    ResponseEntity<ScheduledMessageResponse> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody EditScheduledRequest request,
            ExpectedVersion expected) {
        return etagged(scheduled.edit(caller.id(), id, request, expected));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Cancel a message that waits")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, ExpectedVersion expected) {
        scheduled.cancel(caller.id(), id, expected);
    }

    private static ResponseEntity<ScheduledMessageResponse> etagged(ScheduledMessageResponse message) {
        return Etags.ok(message, message.version());
    }
}
