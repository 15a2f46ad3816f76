package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.MessageResponse;
import com.ceoplatform.message.message.MessageViews;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds messages by their words, senders or tasks, only in channels that the caller may read, the newest first. */
@Service
class MessageSearch {

    private static final String MEMBER = """
            EXISTS (SELECT 1 FROM directory_member d WHERE d.channel_id = m.channel_id AND d.user_id = :caller)
            """;

    private static final String CHANNEL = """
            EXISTS (SELECT 1 FROM directory_channel c WHERE c.id = m.channel_id AND
            """;

    private final EntityManager entities;
    private final MessageViews views;

    MessageSearch(EntityManager entities, MessageViews views) {
        this.entities = requireNonNull(entities, "entities is null");
        this.views = requireNonNull(views, "views is null");
    }

    /** @param inOpenChannel whether the request names a channel that the caller has been seen to read */
    @Transactional(readOnly = true)
    public CursorPage<MessageResponse> find(
            Caller caller, SearchRequest request, boolean inOpenChannel, int limit, @Nullable Cursor after) {
        if (request.fitsNothing()) {
            return new CursorPage<>(List.of(), null);
        }
        Map<String, Object> parameters = new HashMap<>();
        String sql = sql(caller, request, inOpenChannel, after, parameters);
        var query = entities.createNativeQuery(sql, Message.class).setMaxResults(limit + 1);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked") // a native query of an entity
        List<Message> rows = query.getResultList();
        CursorPage<Message> page = CursorPage.of(rows, limit, message -> Cursor.of(message.id()));
        return new CursorPage<>(views.views(page.items()), page.nextCursor());
    }

    /** The query itself, apart so that a test can look at its plan. */
    static String sql(
            Caller caller,
            SearchRequest request,
            boolean inOpenChannel,
            @Nullable Cursor after,
            Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("SELECT m.* FROM message m WHERE m.deleted_at IS NULL");
        if (!inOpenChannel) {
            sql.append(" AND ").append(visible(caller, parameters));
        }
        restrict(sql, parameters, "m.words @@ websearch_to_tsquery('english', :words)", "words", request.words());
        restrictToAny(sql, parameters, "m.channel_id", "channels", request.channelIds());
        restrictToAny(sql, parameters, "m.sender_id", "senders", request.senderIds());
        // The index leaves out messages that name no task; without the second condition it would not be used.
        UUID[] tasks = request.taskId() == null ? null : new UUID[] {request.taskId()};
        restrict(sql, parameters, "m.task_ids @> :tasks AND m.task_ids <> '{}'", "tasks", tasks);
        restrict(sql, parameters, "m.created_at < :before", "before", request.before());
        restrict(sql, parameters, "m.created_at >= :after", "after", request.after());
        restrict(sql, parameters, "m.id < :cursor", "cursor", after == null ? null : after.uuid(0));
        return sql.append(" ORDER BY m.id DESC").toString();
    }

    /** Of one alone an index hands out the rows in their order, so that no more than a page of them is read. */
    private static void restrictToAny(
            StringBuilder sql,
            Map<String, Object> parameters,
            String column,
            String name,
            @Nullable Collection<UUID> ids) {
        if (ids != null && ids.size() == 1) {
            restrict(
                    sql,
                    parameters,
                    column + " = :" + name,
                    name,
                    ids.iterator().next());
        } else if (ids != null) {
            restrict(sql, parameters, column + " = ANY(:" + name + ")", name, ids.toArray(UUID[]::new));
        }
    }

    private static String visible(Caller caller, Map<String, Object> parameters) {
        parameters.put("caller", caller.id());
        if (caller.isCeo()) {
            return "(" + MEMBER + " OR " + CHANNEL + "c.type <> 'direct'))";
        }
        if (caller.role() == Role.MANAGER && caller.department() != null) {
            parameters.put("department", caller.department());
            return "(" + MEMBER + " OR " + CHANNEL
                    + "(c.privacy = 'public' OR c.privacy = 'restricted' AND c.department = :department)))";
        }
        return "(" + MEMBER + " OR " + CHANNEL + "c.privacy = 'public'))";
    }

    private static void restrict(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            parameters.put(name, value);
        }
    }
}
