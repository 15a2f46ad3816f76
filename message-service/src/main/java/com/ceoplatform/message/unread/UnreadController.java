package com.ceoplatform.message.unread;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversations;
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
class UnreadController {

    private final Conversations conversations;
    private final ReadState state;

    UnreadController(Conversations conversations, ReadState state) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.state = requireNonNull(state, "state is null");
    }

    /** How far the caller has read, on whatever device. */
    @GetMapping("/channels/{channelId}/read")
    ReadPosition position(@AuthenticationPrincipal Caller caller, @PathVariable UUID channelId) {
        conversations.openToRead(caller, channelId);
        return state.position(caller.id(), channelId);
    }

    @PostMapping("/channels/{channelId}/read")
    ReadPosition read(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @Valid @RequestBody MarkReadRequest request) {
        conversations.openToRead(caller, channelId);
        return state.read(caller.id(), channelId, request.messageId());
    }

    /** Makes a message and all behind it unread again, on every device. */
    @PostMapping("/channels/{channelId}/unread")
    ReadPosition markUnread(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @Valid @RequestBody MarkUnreadRequest request) {
        conversations.openToRead(caller, channelId);
        return state.markUnread(caller.id(), channelId, request.messageId());
    }

    @GetMapping("/unread")
    UnreadResponse unread(@AuthenticationPrincipal Caller caller) {
        return state.unread(caller.id());
    }
}
