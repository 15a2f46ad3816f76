package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.MessageResponse;
import com.ceoplatform.message.message.MessageViews;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds messages by their words, senders or tasks, only in channels that the caller may read, the newest first. */
@Service
class MessageSearch {

    /** What runs in parallel is begun even when nothing is left to find, and takes longer to begin than to find. */
    private static final String PLAN_BY_VALUES = "SET LOCAL plan_cache_mode = force_custom_plan;"
            + " SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off";

    private final EntityManager entities;
    private final ReadableChannels channels;
    private final RecentMessages recent;
    private final MessageViews views;

    MessageSearch(EntityManager entities, ReadableChannels channels, RecentMessages recent, MessageViews views) {
        this.entities = requireNonNull(entities, "entities is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.recent = requireNonNull(recent, "recent is null");
        this.views = requireNonNull(views, "views is null");
    }

    /** @param inOpenChannel whether the request names a channel that the caller has been seen to read */
    @Transactional(readOnly = true)
    public CursorPage<MessageResponse> find(
            Caller caller, SearchRequest request, boolean inOpenChannel, int limit, @Nullable Cursor after) {
        if (request.fitsNothing()) {
            return new CursorPage<>(List.of(), null);
        }
        SearchQuery query = new SearchQuery(request, after);
        if (!inOpenChannel) {
            query.visibleTo(caller, channels.of(caller));
        }
        // What is rare, and who sees how much, differs from one search to the next; a plan for all of them suits none.
        entities.createNativeQuery(PLAN_BY_VALUES).executeUpdate();
        CursorPage<Message> page =
                CursorPage.of(rows(request, query, after, limit + 1), limit, message -> Cursor.of(message.id()));
        return new CursorPage<>(views.views(page.items()), page.nextCursor());
    }

    /**
     * Words that are common fill a page from the latest messages, others from the recent ones; for the rest the index of words
     * finds few enough to sort. PostgreSQL cannot tell which words are which.
     */
    @SuppressWarnings("unchecked") // a native query of an entity
    private List<Message> rows(SearchRequest request, SearchQuery query, @Nullable Cursor after, int wanted) {
        boolean inOrder = request.words() == null || request.namesOnePlace();
        var rows = entities.createNativeQuery(
                inOrder ? query.newestFirst() : query.amongTheLatestThenMore(), Message.class);
        query.parameters().forEach(rows::setParameter);
        if (!inOrder) {
            rows.setParameter("wanted", wanted);
            rows.setParameter("recent", recent.before(after == null ? null : after.uuid(0)));
        }
        return rows.setMaxResults(wanted).getResultList();
    }
}
