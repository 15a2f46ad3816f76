package com.ceoplatform.notification.delivery;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due in one lane, several at once, on threads that no other lane shares. */
class LaneWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
    private static final long STOP_SECONDS = 5;

    private final Lane lane;
    private final DispatchQueue queue;
    private final Sending sending;
    private final LaneSignals signals;
    private final DeliverySettings settings;
    private final Semaphore free;
    private final ExecutorService attempts;
    private final Thread loop;
    private volatile boolean running = true;

    LaneWorker(Lane lane, DispatchQueue queue, Sending sending, LaneSignals signals, DeliverySettings settings) {
        this.lane = lane;
        this.queue = queue;
        this.sending = sending;
        this.signals = signals;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
        this.attempts = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-" + lane + "-", 0).factory());
        this.loop = Thread.ofVirtual().name("delivery-" + lane).unstarted(this::work);
    }

    void start() {
        loop.start();
    }

    private void work() {
        while (running) {
            try {
                if (!sendWhatIsDue()) {
                    signals.await(lane, settings.poll());
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Whether there may be more; after a failure it is looked at again with the next signal, or the next poll. */
    private boolean sendWhatIsDue() throws InterruptedException {
        try {
            return sendDue();
        } catch (RuntimeException failure) {
            LOG.warn("Could not look for what is due in {}", lane, failure);
            return false;
        }
    }

    private boolean sendDue() throws InterruptedException {
        free.acquire();
        int most = 1 + free.drainPermits();
        List<Dispatch> due = List.of();
        try {
            due = queue.take(lane, most, settings.lease());
        } finally {
            free.release(most - due.size());
        }
        due.forEach(this::attempt);
        return due.size() == most;
    }

    private void attempt(Dispatch dispatch) {
        try {
            attempts.execute(() -> {
                try {
                    sending.attempt(dispatch);
                } catch (RuntimeException failure) {
                    LOG.warn("{} is taken up again when its lease ends", dispatch.id(), failure);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            free.release();
        }
    }

    /** Lets attempts that are under way end; what is not done by then is taken up by others. */
    void stop() {
        running = false;
        loop.interrupt();
        attempts.shutdown();
        try {
            if (!attempts.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                attempts.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            attempts.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
