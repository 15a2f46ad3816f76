package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of one message. */
@RestController
@RequestMapping("/api/v1/messages/{id}")
@Tag(name = "Messages")
class MessageController {

    private final MessageDesk desk;

    MessageController(MessageDesk desk) {
        this.desk = requireNonNull(desk, "desk is null");
    }

    @GetMapping
    @Operation(summary = "Read a message", description = "The content of a deleted one is empty.")
    ResponseEntity<MessageResponse> show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return etagged(desk.show(caller, id));
    }

    @GetMapping("/history")
    @Operation(summary = "What a message said before it was edited, the oldest first")
    Revisions.Several history(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return desk.history(caller, id);
    }

    @PatchMapping
    @Operation(
            summary = "Edit a message of your own",
            description = "The same text changes nothing. Emits message.edited.")
    ResponseEntity<MessageResponse> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody EditMessageRequest request,
            ExpectedVersion expected) {
        return etagged(desk.edit(caller, id, request, expected));
    }

    @DeleteMapping
    @Operation(
            summary = "Delete a message of your own, or as a moderator",
            description = "Leaves an empty place in the channel. Emits message.deleted.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, ExpectedVersion expected) {
        desk.delete(caller, id, expected);
    }

    @PutMapping("/pin")
    @Operation(summary = "Pin a message", description = "Repeating it changes nothing. Emits message.pinned.")
    ResponseEntity<MessageResponse> pin(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return etagged(desk.pin(caller, id));
    }

    @DeleteMapping("/pin")
    @Operation(summary = "Unpin a message", description = "Repeating it changes nothing. Emits message.unpinned.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        desk.unpin(caller, id);
    }

    private static ResponseEntity<MessageResponse> etagged(MessageResponse message) {
        return Etags.ok(message, message.version());
    }
}
