package com.ceoplatform.message.search;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.security.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of one search: the same conditions in two shapes, of which each suits other searches. */
final class SearchQuery {

    /** So many messages are looked through one by one in a millisecond or two. */
    private static final int LATEST = 2_000;

    /**
     * Each part is read only when those before it do not fill the page. The order is not known where words are looked up, for
     * PostgreSQL would rather read the whole table backwards.
     */
    private static final String STEPS = """
            WITH latest AS MATERIALIZED (
                SELECT m.* FROM (SELECT * FROM message {before} ORDER BY id DESC LIMIT {latest}) m
                WHERE {conditions} ORDER BY m.id DESC LIMIT :wanted
            ), recent AS MATERIALIZED (
                SELECT * FROM (
                    SELECT m.* FROM message m WHERE {conditions} AND m.id >= :recent
                      AND (SELECT count(*) FROM latest) < :wanted OFFSET 0) found
                ORDER BY id DESC LIMIT :wanted
            ), every AS MATERIALIZED (
                SELECT * FROM (
                    SELECT m.* FROM message m WHERE {conditions}
                      AND (SELECT count(*) FROM latest) < :wanted AND (SELECT count(*) FROM recent) < :wanted OFFSET 0) found
                ORDER BY id DESC LIMIT :wanted
            )
            SELECT * FROM (
                SELECT * FROM latest WHERE (SELECT count(*) FROM latest) >= :wanted
                UNION ALL SELECT * FROM recent WHERE (SELECT count(*) FROM recent) >= :wanted
                UNION ALL SELECT * FROM every) found
            ORDER BY id DESC""";

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

    /** @param readable what the caller may read, when it can be named; empty when the rule has to be asked */
    SearchQuery visibleTo(Caller caller, Optional<Set<UUID>> readable) {
        if (readable.isPresent()) {
            restrictToAny("m.channel_id", "readable", readable.get());
        } else {
            conditions.add(ReadableChannels.condition(caller, parameters));
        }
        return this;
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /** Left to PostgreSQL; fine where an index brings the messages of one sender, channel or task. */
    String newestFirst() {
        return select() + " ORDER BY m.id DESC";
    }

    /** Also expects the parameters {@code wanted}, rows, and {@code recent}, the id from which on messages are recent. */
    String amongTheLatestThenMore() {
        return STEPS.replace("{before}", continued ? "WHERE id < :cursor" : "")
                .replace("{latest}", String.valueOf(LATEST))
                .replace("{conditions}", String.join(" AND ", conditions));
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
