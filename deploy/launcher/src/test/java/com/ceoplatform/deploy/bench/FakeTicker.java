package com.ceoplatform.deploy.bench;

/** Time that passes only when somebody sleeps or is told to have taken long. */
final class FakeTicker implements Ticker {

    private long now;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void sleepUntil(long nanos) {
        now = Math.max(now, nanos);
    }

    void pass(long nanos) {
        now += nanos;
    }
}
