package com.ceoplatform.common.events.subscription;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/** Waits as long as a list says, one entry per further attempt, then gives up. */
record ListedBackOff(List<Duration> delays) implements BackOff {

    @Override
    public BackOffExecution start() {
        Iterator<Duration> left = delays.iterator();
        return () -> left.hasNext() ? left.next().toMillis() : BackOffExecution.STOP;
    }
}
