package com.ceoplatform.deploy.bench;

import java.util.function.IntConsumer;

/** Sends by the schedule and notes how late it was itself. */
final class OpenLoop {

    private final Ticker ticker;
    private final Latencies lag = new Latencies();

    OpenLoop(Ticker ticker) {
        this.ticker = ticker;
    }

    /** The operation must not block: it would hold up the ones after it. */
    void drive(Schedule schedule, Runnable warm, IntConsumer send) throws InterruptedException {
        for (int operation = 0; operation < schedule.count(); operation++) {
            long intended = schedule.intended(operation);
            ticker.sleepUntil(intended);
            if (operation == schedule.warmUp()) {
                warm.run();
            }
            if (schedule.counts(operation)) {
                lag.record(ticker.nanos() - intended);
            }
            send.accept(operation);
        }
    }

    /** From the intended time to the call of the HTTP or WebSocket client. */
    Latencies lag() {
        return lag;
    }
}
