package com.ceoplatform.task.view;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.task.access.Visibility;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one page of tasks. Only fixed texts become SQL; what a client sent is always a parameter.
 *
 * @param sql expects a further parameter {@code limit}
 */
record TaskQuery(String sql, Map<String, Object> parameters) {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** As the partial indexes on what is open say it. */
    private static final String OPEN = "t.status NOT IN ('COMPLETED', 'CANCELLED')";

    /**
     * The last word counts as a beginning, so that a search finds while it is being typed. A constant for PostgreSQL, which
     * then knows how many tasks have these words.
     */
    private static final String SEARCH = """
            t.search @@ (CASE WHEN CAST(websearch_to_tsquery('simple', :q) AS text) LIKE '%'''
                THEN CAST(CAST(websearch_to_tsquery('simple', :q) AS text) || ':*' AS tsquery)
                ELSE websearch_to_tsquery('simple', :q) END)""";

    /** How many tasks, in the order of the list, are looked at for words before all are searched. */
    private static final int NEAR = 4000;

    static TaskQuery of(TaskFilter filter, TaskOrder order, @Nullable Cursor after, Visibility visibility) {
        Conditions conditions = conditions(filter, order, after, visibility);
        if (filter.hasWords()) {
            conditions.add(SEARCH, "q", filter.q());
        }
        String sql = TaskRow.SELECT + conditions.restriction() + order.orderBy() + "\nLIMIT :limit";
        return new TaskQuery(sql, conditions.parameters);
    }

    /**
     * Looks for the words among the first tasks of the order only. Of words that many tasks have that fills a page at once,
     * while the index of words would have to bring all of those tasks to sort them.
     */
    static TaskQuery near(TaskFilter filter, TaskOrder order, @Nullable Cursor after, Visibility visibility) {
        Conditions conditions = conditions(filter, order, after, visibility);
        conditions.parameters.put("q", String.valueOf(filter.q()));
        String sql = TaskRow.COLUMNS + "\nFROM (SELECT t.* FROM task t" + conditions.restriction() + order.orderBy()
                + "\nLIMIT " + NEAR + ") t\nWHERE " + SEARCH + "\nORDER BY "
                + order.orderBy() + "\nLIMIT :limit";
        return new TaskQuery(sql, conditions.parameters);
    }

    private static Conditions conditions(
            TaskFilter filter, TaskOrder order, @Nullable Cursor after, Visibility visibility) {
        Conditions conditions = new Conditions(filter.assigneeId() != null);
        conditions.where.add(visibility.condition());
        conditions.parameters.putAll(visibility.parameters());
        conditions.filter(filter, order);
        if (after != null) {
            conditions.where.add(order.startAfter(after, conditions.parameters));
        }
        return conditions;
    }

    private static final class Conditions {

        private final List<String> where = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();
        private final boolean ofAssignee;

        Conditions(boolean ofAssignee) {
            this.ofAssignee = ofAssignee;
        }

        /** What stands between the table and the order. */
        String restriction() {
            return (ofAssignee ? " JOIN task_assignee a ON a.task_id = t.id" : "")
                    + "\nWHERE t.deleted_at IS NULL\n  AND " + String.join("\n  AND ", where) + "\nORDER BY ";
        }

        void filter(TaskFilter filter, TaskOrder order) {
            equal("a.user_id", "assignee", filter.assigneeId());
            anyOf(ofAssignee ? "a.status" : "t.status", "status", filter.status());
            if (filter.wantsOpen()) {
                where.add(OPEN);
            }
            anyOf("t.priority", "priority", filter.priority());
            equal("t.channel_id", "channel", filter.channelId());
            equal("t.parent_task_id", "parent", filter.parentTaskId());
            equal("t.created_by", "createdBy", filter.createdBy());
            due(">=", "dueAfter", filter.dueAfter(), order.first());
            due("<", "dueBefore", filter.dueBefore(), order.first());
            updated(filter.updatedAfter());
            equal("t.series_id", "series", filter.seriesId());
            state(filter);
            contents(filter);
        }

        /** Said as the partial indexes on these few say it. */
        private void state(TaskFilter filter) {
            if (filter.unassigned() != null) {
                where.add("t.assignee_ids " + (filter.unassigned() ? "=" : "<>") + " '{}'");
            }
            if (filter.undated() != null) {
                where.add("t.due_at IS " + (filter.undated() ? "NULL" : "NOT NULL"));
            }
            if (Boolean.TRUE.equals(filter.overdue())) {
                where.add("t.due_at < now() AND " + OPEN);
            }
        }

        private void contents(TaskFilter filter) {
            if (filter.watcherId() != null) {
                where.add("t.watcher_ids <> '{}'");
                add("t.watcher_ids @> ARRAY[CAST(:watcher AS uuid)]", "watcher", filter.watcherId());
            }
            if (filter.label() != null) {
                where.add("t.labels <> '{}'");
                add("t.labels @> ARRAY[CAST(:label AS text)]", "label", filter.label());
            }
        }

        private void updated(@Nullable Instant after) {
            if (after != null) {
                add("t.updated_at >= :updatedAfter", "updatedAfter", moment("updatedAfter", after));
            }
        }

        private void equal(String column, String name, @Nullable UUID value) {
            if (value != null) {
                add(column + " = :" + name, name, value);
            }
        }

        /** Of one value it is said plainly: only then an index on it still yields the order of what is behind it. */
        private void anyOf(String column, String name, @Nullable List<? extends Enum<?>> values) {
            if (values == null || values.isEmpty()) {
                return;
            }
            if (values.size() == 1) {
                add(column + " = :" + name, name, values.getFirst().name());
            } else {
                add(
                        column + " = ANY(:" + name + ")",
                        name,
                        values.stream().map(Enum::name).toArray(String[]::new));
            }
        }

        /** Said of the sort key too where that is the due date: then the index that sorts also begins or ends there. */
        private void due(String comparison, String name, @Nullable Instant at, TaskSort sort) {
            if (at == null) {
                return;
            }
            add("t.due_at " + comparison + " :" + name, name, moment(name, at));
            if (sort.key() == TaskSort.Key.DUE_AT) {
                where.add(sort.expression() + " " + comparison + " :" + name);
            }
        }

        private static OffsetDateTime moment(String name, Instant at) {
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw DomainException.invalidParameter(name, "must be between the years 1970 and 9999");
            }
            return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        }

        private void add(String condition, String name, @Nullable Object value) {
            where.add(condition);
            parameters.put(name, requireNonNull(value, name));
        }
    }
}
