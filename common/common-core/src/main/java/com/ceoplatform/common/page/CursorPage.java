package com.ceoplatform.common.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code nextCursor} is null on the last one. */
public record CursorPage<T>(List<T> items, @Nullable String nextCursor) {

    public CursorPage {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of at most {@code limit} items from a query that asked for one row more.
     *
     * @param cursorOf the sort key of an item, written as the cursor of what follows it
     */
    public static <T> CursorPage<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new CursorPage<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new CursorPage<>(items, cursorOf.apply(items.getLast()).encode());
    }

    public <R> CursorPage<R> map(Function<? super T, ? extends R> mapper) {
        return new CursorPage<>(items.stream().<R>map(mapper).toList(), nextCursor);
    }
}
