package com.ceoplatform.voice.recognition;

import com.ceoplatform.voice.load.TooBusyException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where recognition computes: so much at a time, in order of arrival, and only so much waiting. The threads are those of the
 * operating system, because a virtual one that computes keeps its carrier, and with it everybody else, from working.
 */
final class RecogniserThreads implements AutoCloseable {

    private final ExecutorService threads;
    private final int queue;
    private final Semaphore places;
    private final Set<Ticket<?>> dispensable = ConcurrentHashMap.newKeySet();

    RecogniserThreads(int parallel, int queue) {
        ThreadFactory recognisers =
                Thread.ofPlatform().name("recogniser-", 1).daemon().factory();
        this.threads = Executors.newFixedThreadPool(parallel, recognisers);
        this.queue = queue;
        this.places = new Semaphore(parallel + queue);
    }

    /** What becomes of work that nobody has to have. */
    enum Courtesy {
        /** It will probably be needed, and goes on once it has begun. */
        LIKELY,
        /** It is given up as soon as somebody needs its thread. */
        DISPENSABLE
    }

    /**
     * Takes its turn.
     *
     * @throws TooBusyException when too much is waiting
     */
    <T> Future<T> need(Callable<T> work) {
        if (!isIdle()) {
            dispensable.forEach(ticket -> ticket.cancel(true));
        }
        if (!places.tryAcquire()) {
            throw TooBusyException.speech();
        }
        return begun(new Ticket<>(work));
    }

    /** Begins at once or not at all: empty unless a thread is idle. */
    <T> Optional<Future<T>> offer(Callable<T> work, Courtesy courtesy) {
        if (!isIdle() || !places.tryAcquire()) {
            return Optional.empty();
        }
        Ticket<T> ticket = new Ticket<>(work);
        if (courtesy == Courtesy.DISPENSABLE) {
            dispensable.add(ticket);
        }
        return Optional.of(begun(ticket));
    }

    /** Whether there is a place to wait in. */
    boolean hasPlace() {
        return places.availablePermits() > 0;
    }

    private boolean isIdle() {
        return places.availablePermits() > queue;
    }

    private <T> Future<T> begun(Ticket<T> ticket) {
        threads.execute(ticket);
        return ticket;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Leaves its place whatever becomes of it, and before anybody learns what. */
    private final class Ticket<T> extends FutureTask<T> {

        private final AtomicBoolean left = new AtomicBoolean();

        Ticket(Callable<T> work) {
            super(work);
        }

        @Override
        protected void set(T result) {
            leave();
            super.set(result);
        }

        @Override
        protected void setException(Throwable failure) {
            leave();
            super.setException(failure);
        }

        /** Comes too late for those who wait for the result, but also when the work was cancelled. */
        @Override
        protected void done() {
            leave();
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                dispensable.remove(this);
                places.release();
            }
        }
    }
}
