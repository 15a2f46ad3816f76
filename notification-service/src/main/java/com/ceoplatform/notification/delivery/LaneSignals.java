package com.ceoplatform.notification.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the workers of a lane as soon as there is something for them, so that nothing waits for the next look. */
@Component
class LaneSignals {

    private final Map<Lane, Semaphore> signals = new EnumMap<>(Lane.class);

    LaneSignals() {
        for (Lane lane : Lane.values()) {
            signals.put(lane, new Semaphore(0));
        }
    }

    /** Wakes the lanes once the current transaction is committed; others cannot see its rows before. */
    void wakeAfterCommit(Set<Lane> lanes) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            lanes.forEach(this::wake);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lanes.forEach(LaneSignals.this::wake);
            }
        });
    }

    void wake(Lane lane) {
        of(lane).release();
    }

    /** Waits for a signal or until the time is over; signals that came together count as one. */
    void await(Lane lane, Duration longest) throws InterruptedException {
        Semaphore signal = of(lane);
        if (signal.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private Semaphore of(Lane lane) {
        Semaphore signal = signals.get(lane);
        if (signal == null) {
            throw new IllegalStateException("No signal for " + lane);
        }
        return signal;
    }
}
