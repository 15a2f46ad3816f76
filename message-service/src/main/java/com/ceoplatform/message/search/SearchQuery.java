package com.ceoplatform.message.search;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of one search: the same conditions in three shapes, of which each suits other searches. */
final class SearchQuery {

    /** So many messages are looked through one by one in some 10 ms. */
    private static final int LATEST = 20_000;

    private static final String MEMBER_OF = "SELECT channel_id FROM directory_member WHERE user_id = :caller";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean continued;

    SearchQuery(SearchRequest request, @Nullable Cursor after) {
        continued = after != null;
        conditions.add("m.deleted_at IS NULL");
        restrict("m.words @@ websearch_to_tsquery('english', :words)", "words", request.words());
        restrictToAny("m.channel_id", "channels", request.channelIds());
        restrictToAny("m.sender_id", "senders", request.senderIds());
        // The index leaves out messages that name no task; without the second condition it would not be used.
        UUID[] tasks = request.taskId() == null ? null : new UUID[] {request.taskId()};
        restrict("m.task_ids @> :tasks AND m.task_ids <> '{}'", "tasks", tasks);
        restrict("m.created_at < :before", "before", request.before());
        restrict("m.created_at >= :after", "after", request.after());
        restrict("m.id < :cursor", "cursor", after == null ? null : after.uuid(0));
    }

    /** @param open whether the request names a channel that the caller has been seen to read */
    SearchQuery visibleTo(Caller caller, boolean open) {
        if (!open) {
            parameters.put("caller", caller.id());
            // The CEO reads nearly everything, others next to nothing: for them the index of channels is worth its
            // while.
            conditions.add(
                    caller.isCeo()
                            ? "(m.channel_id IN (" + MEMBER_OF + ") OR m.channel_id IN"
                                    + " (SELECT id FROM directory_channel c WHERE c.type <> 'direct'))"
                            : "m.channel_id = ANY(ARRAY(" + MEMBER_OF
                                    + " UNION SELECT id FROM directory_channel c WHERE " + openTo(caller) + "))");
        }
        return this;
    }

    private String openTo(Caller caller) {
        if (caller.role() == Role.MANAGER && caller.department() != null) {
            parameters.put("department", caller.department());
            return "c.privacy = 'public' OR c.privacy = 'restricted' AND c.department = :department";
        }
        return "c.privacy = 'public'";
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /** Left to PostgreSQL; fine where an index brings the messages of one sender, channel or task. */
    String newestFirst() {
        return select() + " ORDER BY m.id DESC";
    }

    String amongTheLatest() {
        return select() + " AND m.id >= coalesce((SELECT id FROM message"
                + (continued ? " WHERE id < :cursor" : "") + " ORDER BY id DESC OFFSET " + LATEST + " LIMIT 1),"
                + " '00000000-0000-0000-0000-000000000000') ORDER BY m.id DESC";
    }

    /** The order must not be known before the words are looked up. */
    String foundThenSorted() {
        return "WITH found AS MATERIALIZED (" + select() + ") SELECT * FROM found ORDER BY id DESC";
    }

    private String select() {
        return "SELECT m.* FROM message m WHERE " + String.join(" AND ", conditions);
    }

    /** Of one alone an index hands out the rows in their order, so that no more than a page of them is read. */
    private void restrictToAny(String column, String name, @Nullable Collection<UUID> ids) {
        if (ids != null && ids.size() == 1) {
            restrict(column + " = :" + name, name, ids.iterator().next());
        } else if (ids != null) {
            restrict(column + " = ANY(:" + name + ")", name, ids.toArray(UUID[]::new));
        }
    }

    private void restrict(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
