package com.ceoplatform.task.view;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One key that a list of tasks is sorted by. */
record TaskSort(Key key, boolean descending) {

    private static final String EARLIEST = "-infinity";
    private static final String LATEST = "infinity";

    /** What can be sorted by, as it is called in the query parameter. */
    enum Key {
        CREATED_AT("createdAt"),
        DUE_AT("dueAt"),
        PRIORITY("priority"),
        UPDATED_AT("updatedAt");

        private final String parameter;

        Key(String parameter) {
            this.parameter = parameter;
        }
    }

    /** Reads {@code dueAt} or {@code -dueAt}; empty when it is anything unknown. */
    static Optional<TaskSort> parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.parameter.equals(name))
                .findFirst()
                .map(key -> new TaskSort(key, descending));
    }

    /** The SQL expression sorted by; null where the id is the order. Each has an index with the id behind it. */
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

    String direction() {
        return descending ? " DESC" : "";
    }

    String comparison() {
        return descending ? " < " : " > ";
    }

    /** As cursors carry it. */
    String valueOf(TaskResponse task) {
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

    /** Whether a part of a cursor can be a value of this key; 400 when it is no value at all. */
    boolean isValue(Cursor cursor, int part) {
        return switch (key) {
            case CREATED_AT -> cursor.text(part).isEmpty();
            case DUE_AT -> cursor.text(part).equals(orUndated(null)) || isInstant(cursor, part);
            case PRIORITY -> cursor.number(part) >= 0 && cursor.number(part) < TaskPriority.values().length;
            case UPDATED_AT -> isInstant(cursor, part);
        };
    }

    private static boolean isInstant(Cursor cursor, int part) {
        return cursor.instant(part).isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    static DomainException unknown() {
        return DomainException.invalidParameter(
                "sort",
                "must be up to three of createdAt, dueAt, priority and updatedAt, separated by commas, each once and with"
                        + " - in front for descending; nothing comes behind createdAt");
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.parameter;
    }
}
