package com.ceoplatform.voice.load;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets so many work at a time; so many more wait in order of arrival; whoever comes then is told to come again. */
public final class Gate {

    private final Supplier<TooBusyException> refusal;
    private final Semaphore places;
    private final Semaphore inside;

    public Gate(int atOnce, int waiting, Supplier<TooBusyException> refusal) {
        this.refusal = refusal;
        this.places = new Semaphore(atOnce + waiting);
        this.inside = new Semaphore(atOnce, true);
    }

    /** @throws TooBusyException when too many wait */
    public <T> T pass(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw refusal.get();
        }
        try {
            inside.acquire();
            try {
                return work.get();
            } finally {
                inside.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw refusal.get();
        } finally {
            places.release();
        }
    }
}
