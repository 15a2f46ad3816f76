package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversations;
import com.ceoplatform.message.message.MessageResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST of the search in messages. */
@RestController
@RequestMapping("/api/v1/messages/search")
class SearchController {

    private static final int LONGEST_QUERY = 500;

    private final Conversations conversations;
    private final MessageSearch search;

    SearchController(Conversations conversations, MessageSearch search) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.search = requireNonNull(search, "search is null");
    }

    @GetMapping
    CursorPage<MessageResponse> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID channelId,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (q.isBlank() || q.length() > LONGEST_QUERY || q.indexOf('\0') >= 0) {
            throw DomainException.invalidParameter("q", "must have 1 to " + LONGEST_QUERY + " characters");
        }
        int size = PageLimit.of(limit);
        Cursor next = cursor == null ? null : Cursor.decode(cursor, 1);
        if (channelId != null) {
            conversations.openToRead(caller, channelId);
        }
        SearchRequest request = new SearchRequest(q, channelId, from, before, after);
        return search.find(caller, request, channelId != null, size, next);
    }
}
