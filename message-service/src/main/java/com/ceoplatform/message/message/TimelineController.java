package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST of the messages of a channel and of a thread. {@code before} and {@code after} take a message id or a sequence; the
 * newest message comes first, after {@code after} the oldest.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Messages")
class TimelineController {

    private final Conversations conversations;
    private final MessageAccess access;
    private final MessageReading reading;

    TimelineController(Conversations conversations, MessageAccess access, MessageReading reading) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.access = requireNonNull(access, "access is null");
        this.reading = requireNonNull(reading, "reading is null");
    }

    @GetMapping("/channels/{channelId}/messages")
    @Operation(
            summary = "List the messages of a channel, the newest first",
            description = "before and after take the id of a message or a sequence; after it the oldest come first.")
    CursorPage<MessageResponse> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        conversations.openToRead(caller, channelId);
        if (cursor != null) {
            Cursor next = Cursor.decode(cursor, 2);
            String place = String.valueOf(next.number(1));
            return next.text(0).equals("after")
                    ? reading.after(channelId, place, size)
                    : reading.before(channelId, place, size);
        }
        if (after == null) {
            return reading.before(channelId, before, size);
        }
        if (before != null) {
            throw DomainException.invalidParameter("after", "cannot be combined with before");
        }
        return reading.after(channelId, after, size);
    }

    @GetMapping("/channels/{channelId}/messages/pinned")
    @Operation(summary = "List the pinned messages of a channel, the newest first")
    CursorPage<MessageResponse> pinned(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID channelId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        conversations.openToRead(caller, channelId);
        return reading.pinned(channelId, decode(cursor), size);
    }

    @GetMapping("/messages/{id}/replies")
    @Operation(summary = "List the replies to the message that began a thread, the oldest first")
    CursorPage<MessageResponse> replies(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        access.see(caller, id);
        return reading.replies(id, decode(cursor), size);
    }

    private static @Nullable Cursor decode(@Nullable String cursor) {
        return cursor == null ? null : Cursor.decode(cursor, 2);
    }
}
