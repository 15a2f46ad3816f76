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

    private static final String PLAN_BY_VALUES = "SET LOCAL plan_cache_mode = force_custom_plan";

    private final EntityManager entities;
    private final ReadableChannels channels;
    private final MessageViews views;

    MessageSearch(EntityManager entities, ReadableChannels channels, MessageViews views) {
        this.entities = requireNonNull(entities, "entities is null");
        this.channels = requireNonNull(channels, "channels is null");
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
                CursorPage.of(rows(request, query, limit + 1), limit, message -> Cursor.of(message.id()));
        return new CursorPage<>(views.views(page.items()), page.nextCursor());
    }

    /**
     * Words that are common fill a page from the latest messages; for all others the index of words finds few enough to
     * sort. PostgreSQL cannot tell which words are which, and reads the whole table backwards for one that nobody wrote.
     */
    private List<Message> rows(SearchRequest request, SearchQuery query, int wanted) {
        if (request.words() == null || request.namesOnePlace()) {
            return run(query, query.newestFirst(), wanted);
        }
        if (request.isOnlyWords()) {
            List<Message> latest = run(query, query.amongTheLatest(), wanted);
            if (latest.size() >= wanted) {
                return latest;
            }
        }
        return run(query, query.foundThenSorted(), wanted);
    }

    @SuppressWarnings("unchecked") // a native query of an entity
    private List<Message> run(SearchQuery query, String sql, int wanted) {
        var rows = entities.createNativeQuery(sql, Message.class).setMaxResults(wanted);
        query.parameters().forEach(rows::setParameter);
        return rows.getResultList();
    }
}
