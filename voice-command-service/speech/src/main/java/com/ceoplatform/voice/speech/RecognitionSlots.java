package com.ceoplatform.voice.speech;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** At most so many recognitions at a time. The others wait their turn, but not for long. */
public final class RecognitionSlots {

    private final int parallel;
    private final Duration maxWait;
    private final Semaphore free;

    public RecognitionSlots(int parallel, Duration maxWait) {
        if (parallel < 1 || maxWait.isNegative()) {
            throw new IllegalArgumentException("at least one recognition at a time and no negative wait");
        }
        this.parallel = parallel;
        this.maxWait = maxWait;
        this.free = new Semaphore(parallel, true);
    }

    /**
     * Takes a slot; every call that returns needs its {@link #release()}.
     *
     * @return how long it took to get one
     * @throws SpeechException ENGINE_BUSY when none became free in time
     */
    public Duration acquire() {
        long start = System.nanoTime();
        try {
            if (!free.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SpeechException(
                        SpeechFailure.ENGINE_BUSY,
                        "All %d recognisers were busy for %d ms".formatted(parallel, maxWait.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechException(SpeechFailure.ENGINE_BUSY, "Interrupted while waiting for a free recogniser", e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public void release() {
        free.release();
    }

    /** Waits until nothing runs any more and lets nothing start again. */
    public void shutDown() {
        free.acquireUninterruptibly(parallel);
    }
}
