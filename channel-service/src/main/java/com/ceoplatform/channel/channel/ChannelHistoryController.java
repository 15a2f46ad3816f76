package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.history.HistoryEntry;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
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

/** REST of the history of channels. */
@RestController
@RequestMapping("/api/v1/channels/{id}/history")
@Tag(name = "Channels")
class ChannelHistoryController {

    private final ChannelHistoryService history;

    ChannelHistoryController(ChannelHistoryService history) {
        this.history = requireNonNull(history, "history is null");
    }

    @GetMapping
    @Operation(
            summary = "What happened to a channel, newest first",
            description = "Who did it, when, why, and by which voice command. For those who may look into the"
                    + " channel. 403: forbidden. 404: channel_not_found.")
    CursorPage<HistoryEntry> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.list(caller, id, PageLimit.of(limit), cursor == null ? null : Cursor.decode(cursor, 1));
    }
}
