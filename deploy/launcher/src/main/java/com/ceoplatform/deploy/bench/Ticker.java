package com.ceoplatform.deploy.bench;

import java.util.concurrent.locks.LockSupport;

/** The monotonic time that everything is measured with. */
interface Ticker {

    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleepUntil(long nanos) throws InterruptedException {
            for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
                LockSupport.parkNanos(left);
                if (Thread.interrupted()) {
                    throw new InterruptedException("the run was interrupted");
                }
            }
        }
    };

    long nanos();

    /** Returns at once when that time has passed. */
    void sleepUntil(long nanos) throws InterruptedException;
}
