package com.ceoplatform.common.relay;

import io.debezium.connector.base.QueueProvider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's queue between its reader and its sender, without the spinning of the default one. The sender waits for a
 * change in whole milliseconds and then asks {@link #size} in a loop until the rest of its last millisecond is over,
 * which at a poll interval of a few milliseconds costs more CPU than all else in an idle relay. Here it rests between
 * two questions.
 *
 * <p>Debezium finds it by name ({@code queue.provider.type}) and calls it under a lock of its own: see
 * {@code io.debezium.connector.base.ChangeEventQueue#poll}, version 3.6.
 */
public class UnhurriedQueue<T> implements QueueProvider<T> {

    static final String NAME = "unhurried";

    /** What a change that comes in the meantime waits at most: the reader needs the lock that the sender rests under. */
    private static final long REST = Duration.ofNanos(200_000).toNanos();

    private final Queue<T> changes = new ArrayDeque<>();
    private @Nullable Thread reader;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // Nothing to set: Debezium itself bounds the queue.
    }

    @Override
    public void enqueue(T change) {
        reader = Thread.currentThread();
        changes.add(change);
    }

    @Override
    public @Nullable T poll() {
        return changes.poll();
    }

    @Override
    public int size() {
        if (changes.isEmpty() && Thread.currentThread() != reader) {
            LockSupport.parkNanos(REST);
        }
        return changes.size();
    }
}
