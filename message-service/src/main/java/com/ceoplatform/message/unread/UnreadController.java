package com.ceoplatform.message.unread;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of what has been read and what has not. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Read state")
class UnreadController {

    private final Conversations conversations;
    private final ReadState state;

    UnreadController(Conversations conversations, ReadState state) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.state = requireNonNull(state, "state is null");
    }

    @GetMapping("/channels/{channelId}/read")
    @Operation(summary = "How far you have read a channel, on whatever device")
    ReadPosition position(@AuthenticationPrincipal Caller caller, @PathVariable UUID channelId) {
        conversations.openToRead(caller, channelId);
        return state.position(caller.id(), channelId);
    }

    @PostMapping("/channels/{channelId}/read")
    @Operation(
            summary = "Mark a channel as read, up to a message",
            description = "Never backwards. Emits read.advanced.")
    ReadPosition read(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @Valid @RequestBody MarkReadRequest request) {
        conversations.openToRead(caller, channelId);
        return state.read(caller.id(), channelId, request.messageId());
    }

    @PostMapping("/channels/{channelId}/unread")
    @Operation(
            summary = "Mark a message and all behind it as unread, on every device",
            description = "Emits read.moved_back.")
    ReadPosition markUnread(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @Valid @RequestBody MarkUnreadRequest request) {
        conversations.openToRead(caller, channelId);
        return state.markUnread(caller.id(), channelId, request.messageId());
    }

    @GetMapping("/unread")
    @Operation(
            summary = "What you have not read, by channel",
            description = "Messages of others and how many of them mention you; 1000 stands for 1000 and more.")
    UnreadResponse unread(@AuthenticationPrincipal Caller caller) {
        return state.unread(caller.id());
    }
}
