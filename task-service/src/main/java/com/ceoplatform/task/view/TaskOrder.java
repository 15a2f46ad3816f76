package com.ceoplatform.task.view;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of tasks, by one key after the other; what is equal in all of them is told apart by id, so that a
 * page begins exactly where one ended.
 */
public record TaskOrder(List<TaskSort> sorts) {

    private static final int MOST_KEYS = 3;
    private static final String NEWEST_FIRST = "-createdAt";

    public TaskOrder {
        sorts = List.copyOf(sorts);
    }

    /** Reads {@code -priority,dueAt}; null is the newest first, anything unknown is 400 {@code invalid_parameter}. */
    public static TaskOrder parse(@Nullable String text) {
        List<TaskSort> sorts = new ArrayList<>();
        for (String part : (text == null ? NEWEST_FIRST : text).split(",", -1)) {
            TaskSort sort = TaskSort.parse(part).orElseThrow(TaskSort::unknown);
            boolean decided = sorts.stream()
                    .anyMatch(before -> before.key() == sort.key() || before.key() == TaskSort.Key.CREATED_AT);
            if (decided || sorts.size() == MOST_KEYS) {
                throw TaskSort.unknown();
            }
            sorts.add(sort);
        }
        return new TaskOrder(sorts);
    }

    TaskSort first() {
        return sorts.getFirst();
    }

    String orderBy() {
        String keys = sorts.stream()
                .filter(sort -> sort.expression() != null)
                .map(sort -> sort.expression() + sort.direction() + ", ")
                .collect(Collectors.joining());
        return keys + "t.id" + sorts.getLast().direction();
    }

    Cursor cursorAfter(TaskResponse last) {
        List<Object> parts = new ArrayList<>(List.of(toString()));
        sorts.forEach(sort -> parts.add(sort.valueOf(last)));
        parts.add(last.id());
        return Cursor.of(parts.toArray());
    }

    /** Reads a cursor that this order gave out; one of another order or a damaged one is 400. */
    Cursor decode(String text) {
        Cursor cursor = Cursor.decode(text, sorts.size() + 2);
        cursor.uuid(sorts.size() + 1);
        boolean fits = cursor.text(0).equals(toString());
        for (int index = 0; fits && index < sorts.size(); index++) {
            fits = sorts.get(index).isValue(cursor, index + 1);
        }
        if (!fits) {
            throw DomainException.invalidParameter("cursor", "is not a cursor that this list gave out");
        }
        return cursor;
    }

    /** The condition on what comes after a cursor, said so that an index on the first key begins there. */
    String startAfter(Cursor cursor, Map<String, Object> parameters) {
        parameters.put("afterId", cursor.uuid(sorts.size() + 1));
        for (int index = 0; index < sorts.size(); index++) {
            if (sorts.get(index).expression() != null) {
                parameters.put("after" + index, cursor.text(index + 1));
            }
        }
        TaskSort first = first();
        if (sorts.size() == 1 && first.expression() != null) {
            return "(" + first.expression() + ", t.id)" + first.comparison() + "(" + value(0) + ", :afterId)";
        }
        String bound = first.expression() == null
                ? ""
                : first.expression() + first.comparison().stripTrailing() + "= " + value(0) + " AND ";
        return bound + startAfter(0);
    }

    private String startAfter(int index) {
        String expression = index == sorts.size() ? null : sorts.get(index).expression();
        if (expression == null) {
            return "t.id" + sorts.getLast().comparison() + ":afterId";
        }
        return "(" + expression + sorts.get(index).comparison() + value(index) + " OR (" + expression + " = "
                + value(index) + " AND " + startAfter(index + 1) + "))";
    }

    private String value(int index) {
        return "CAST(:after" + index + " AS " + sorts.get(index).sqlType() + ")";
    }

    @Override
    public String toString() {
        return sorts.stream().map(TaskSort::toString).collect(Collectors.joining(","));
    }
}
