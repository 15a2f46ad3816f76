package com.ceoplatform.task.view;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The order of a list of tasks; equal keys are told apart by id, so that a page begins exactly where one ended. */
public record TaskSort(Key key, boolean descending) {

    public static final TaskSort NEWEST_FIRST = new TaskSort(Key.CREATED_AT, true);

    private static final String EARLIEST = "-infinity";
    private static final String LATEST = "infinity";

    /** What can be sorted by, as it is called in the query parameter. */
    public enum Key {
        CREATED_AT("createdAt"),
        DUE_AT("dueAt"),
        PRIORITY("priority"),
        UPDATED_AT("updatedAt");

        private final String parameter;

        Key(String parameter) {
            this.parameter = parameter;
        }
    }

    /** Reads {@code dueAt} or {@code -dueAt}; anything unknown is 400 {@code invalid_parameter}. */
    public static TaskSort parse(@Nullable String text) {
        if (text == null) {
            return NEWEST_FIRST;
        }
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        for (Key key : Key.values()) {
            if (key.parameter.equals(name)) {
                return new TaskSort(key, descending);
            }
        }
        throw DomainException.invalidParameter(
                "sort", "must be createdAt, dueAt, priority or updatedAt, with - in front for descending");
    }

    /** The SQL expression sorted by; null where the id alone is the order. Each has an index with the id behind it. */
    @Nullable
    String expression() {
        return switch (key) {
            case CREATED_AT -> null;
            case DUE_AT -> "coalesce(t.due_at, '" + (descending ? EARLIEST : LATEST) + "'::timestamptz)";
            case PRIORITY -> "t.priority_rank";
            case UPDATED_AT -> "t.updated_at";
        };
    }

    String sqlType() {
        return key == Key.PRIORITY ? "smallint" : "timestamptz";
    }

    String orderBy() {
        String direction = descending ? " DESC" : "";
        String expression = expression();
        return (expression == null ? "" : expression + direction + ", ") + "t.id" + direction;
    }

    Cursor cursorAfter(TaskResponse last) {
        return Cursor.of(toString(), valueOf(last), last.id());
    }

    private String valueOf(TaskResponse task) {
        return switch (key) {
            case CREATED_AT -> "";
            case DUE_AT -> orUndated(task.dueAt());
            case PRIORITY -> String.valueOf(task.priority().rank());
            case UPDATED_AT -> task.updatedAt().toString();
        };
    }

    private String orUndated(@Nullable Instant dueAt) {
        if (dueAt != null) {
            return dueAt.toString();
        }
        return descending ? EARLIEST : LATEST;
    }

    /** Reads a cursor that this order gave out; one of another order or a damaged one is 400. */
    Cursor decode(String text) {
        Cursor cursor = Cursor.decode(text, 3);
        cursor.uuid(2);
        if (!cursor.text(0).equals(toString()) || !isValue(cursor)) {
            throw DomainException.invalidParameter("cursor", "is not a cursor that this list gave out");
        }
        return cursor;
    }

    private boolean isValue(Cursor cursor) {
        return switch (key) {
            case CREATED_AT -> cursor.text(1).isEmpty();
            case DUE_AT -> cursor.text(1).equals(orUndated(null)) || isInstant(cursor);
            case PRIORITY -> cursor.number(1) >= 0 && cursor.number(1) < TaskPriority.values().length;
            case UPDATED_AT -> isInstant(cursor);
        };
    }

    private static boolean isInstant(Cursor cursor) {
        return cursor.instant(1).isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.parameter;
    }
}
