package com.ceoplatform.message.posting;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.message.access.Conversations;
import com.ceoplatform.message.message.MessageResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of new messages: 201, or 200 with the first one when it had been sent before. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Messages")
class PostingController {

    private final Conversations conversations;
    private final DirectConversations direct;
    private final Posting posting;

    PostingController(Conversations conversations, DirectConversations direct, Posting posting) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.direct = requireNonNull(direct, "direct is null");
        this.posting = requireNonNull(posting, "posting is null");
    }

    @PostMapping("/channels/{channelId}/messages")
    @Operation(
            summary = "Post a message in a channel",
            description =
                    "200 with the first one when it was sent before under its clientMessageId. Emits message.posted.")
    ResponseEntity<MessageResponse> post(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @Valid @RequestBody PostMessageRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return answer(posting.post(conversations.open(caller, channelId), request, key != null));
    }

    @PostMapping("/messages/direct")
    @Operation(
            summary = "Write to one person or several",
            description =
                    "In their direct conversation, which is opened when there is none. Otherwise as in a channel.")
    ResponseEntity<MessageResponse> post(
            @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody DirectMessageRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return answer(posting.post(direct.open(caller, request.userIds()), request.message(), key != null));
    }

    private static ResponseEntity<MessageResponse> answer(Posted posted) {
        MessageResponse message = posted.message();
        return posted.isNew()
                ? Etags.created("/api/v1/messages/" + message.id(), message, message.version())
                : Etags.ok(message, message.version());
    }
}
