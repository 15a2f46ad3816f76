package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversations;
import com.ceoplatform.message.message.MessageResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST of the search in messages. */
@RestController
@RequestMapping("/api/v1/messages/search")
@Tag(name = "Search")
class SearchController {

    private static final int LONGEST_QUERY = 500;

    private final Conversations conversations;
    private final SearchTerms terms;
    private final MessageSearch search;

    SearchController(Conversations conversations, SearchTerms terms, MessageSearch search) {
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.terms = requireNonNull(terms, "terms is null");
        this.search = requireNonNull(search, "search is null");
    }

    /**
     * Restrictions beside those in the text; both hold.
     *
     * @param from the sender
     * @param taskId a task that the message names
     */
    record Restrictions(
            @Nullable UUID channelId,
            @Nullable UUID from,
            @Nullable UUID taskId,
            @Nullable Instant before,
            @Nullable Instant after) {}

    @GetMapping
    @Operation(
            summary = "Find messages by their words, senders or tasks, the newest first",
            description =
                    "A phrase in quotation marks, or, -without, from:, in:, before: and after:. Only in channels that you may read.")
    CursorPage<MessageResponse> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute Restrictions restrictions,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (q.length() > LONGEST_QUERY || q.indexOf('\0') >= 0) {
            throw DomainException.invalidParameter("q", "may have " + LONGEST_QUERY + " characters at most");
        }
        SearchRequest request = request(caller, SearchText.parse(q, caller.zone()), restrictions);
        if (!request.isSelective()) {
            throw DomainException.invalidParameter("q", "must have words, or name a sender with from:");
        }
        int size = PageLimit.of(limit);
        Cursor next = cursor == null ? null : Cursor.decode(cursor, 1);
        UUID channelId = restrictions.channelId();
        if (channelId != null) {
            conversations.openToRead(caller, channelId);
        }
        return search.find(caller, request, channelId != null, size, next);
    }

    private SearchRequest request(Caller caller, SearchText text, Restrictions restrictions) {
        Set<UUID> senders = text.from().isEmpty() ? null : terms.people(caller, text.from());
        Set<UUID> channels = text.in().isEmpty() ? null : terms.channels(text.in());
        return new SearchRequest(
                text.words().isEmpty() ? null : text.words(),
                both(channels, restrictions.channelId()),
                both(senders, restrictions.from()),
                restrictions.taskId(),
                text.before() == null ? restrictions.before() : text.before(),
                text.after() == null ? restrictions.after() : text.after());
    }

    private static @Nullable Set<UUID> both(@Nullable Set<UUID> some, @Nullable UUID one) {
        if (one == null) {
            return some;
        }
        return some == null || some.contains(one) ? Set.of(one) : Set.of();
    }
}
