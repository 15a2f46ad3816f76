package com.ceoplatform.voice.language.organisation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * What has a word in its name, in one array, because a common word has thousands and every sentence goes through them.
 * One writer at a time; a reader sees everything that was there when it asked.
 */
final class Postings<T> {

    private static final int FIRST = 2;

    private volatile View<T> view = new View<>(new Object[FIRST], 0);

    synchronized void add(T item) {
        View<T> now = view;
        Object[] items =
                now.size == now.items.length ? Arrays.copyOf(now.items, now.size + now.size / 2 + 1) : now.items;
        items[now.size] = item;
        view = new View<>(items, now.size + 1);
    }

    synchronized void remove(T item) {
        View<T> now = view;
        int at = now.indexOf(item);
        if (at >= 0) {
            // Copied as a whole: a common word has tens of thousands, and renaming is not to look at each of them
            // twice.
            Object[] others = new Object[Math.max(FIRST, now.size - 1)];
            System.arraycopy(now.items, 0, others, 0, at);
            System.arraycopy(now.items, at + 1, others, at, now.size - at - 1);
            view = new View<>(others, now.size - 1);
        }
    }

    List<T> all() {
        return view;
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {

        private final Object[] items;
        private final int size;

        View(Object[] items, int size) {
            this.items = items;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked") // only items are ever put in
        public T get(int index) {
            return (T) items[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
