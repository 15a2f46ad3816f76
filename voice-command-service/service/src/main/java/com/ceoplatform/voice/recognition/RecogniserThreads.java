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
import java.util.function.LongSupplier;

/**
 * Where recognition computes: so much at a time, in order of arrival, and only so much waiting. The threads are those of the
 * operating system, because a virtual one that computes keeps its carrier, and with it everybody else, from working.
 */
final class RecogniserThreads implements AutoCloseable {

    /** After work that nobody has to have as many times its length pass before more of it: it takes a third of one core. */
    private static final int REST = 2;

    private final ExecutorService threads;
    private final int queue;
    private final LongSupplier nanos;
    private final Semaphore places;
    private final Set<Ticket<?>> dispensable = ConcurrentHashMap.newKeySet();
    private volatile long rested;

    RecogniserThreads(int parallel, int queue) {
        this(parallel, queue, System::nanoTime);
    }

    RecogniserThreads(int parallel, int queue, LongSupplier nanos) {
        this.nanos = nanos;
        this.rested = nanos.getAsLong();
        ThreadFactory recognisers =
                Thread.ofPlatform().name("recogniser-", 1).daemon().factory();
        this.threads = Executors.newFixedThreadPool(parallel, recognisers);
        this.queue = queue;
        this.places = new Semaphore(parallel + queue);
    }

    /** What is done for work that nobody has asked for yet. */
    enum Courtesy {
        /** It will probably be needed: it takes its turn while more than half of the queue is free. */
        LIKELY,
        /** It may help: begun only where a thread is idle, it goes on to its end. */
        HELPFUL,
        /** It is nice to have: begun only where a thread is idle, and given up as soon as somebody needs that. */
        DISPENSABLE
    }

    /**
     * Takes its turn.
     *
     * @throws TooBusyException when too much is waiting
     */
    <T> Future<T> need(Callable<T> work) {
        makeRoom();
        if (!places.tryAcquire()) {
            throw TooBusyException.speech();
        }
        return begun(new Ticket<>(work));
    }

    /** Empty when this is no time for it. */
    <T> Optional<Future<T>> offer(Callable<T> work, Courtesy courtesy) {
        boolean welcome = switch (courtesy) {
            case LIKELY -> {
                makeRoom();
                yield isIdle() || places.availablePermits() > (queue + 1) / 2;
            }
            case HELPFUL -> isIdle();
            case DISPENSABLE -> isIdle() && nanos.getAsLong() - rested >= 0;
        };
        if (!welcome || !places.tryAcquire()) {
            return Optional.empty();
        }
        if (courtesy != Courtesy.DISPENSABLE) {
            return Optional.of(begun(new Ticket<>(work)));
        }
        Ticket<T> ticket = new Ticket<>(timed(work));
        dispensable.add(ticket);
        return Optional.of(begun(ticket));
    }

    private void makeRoom() {
        if (!isIdle()) {
            dispensable.forEach(ticket -> ticket.cancel(true));
        }
    }

    private <T> Callable<T> timed(Callable<T> work) {
        return () -> {
            long begun = nanos.getAsLong();
            try {
                return work.call();
            } finally {
                long ended = nanos.getAsLong();
                rested = ended + REST * (ended - begun);
            }
        };
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
