package com.ceoplatform.notification.schedule;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** What happens when something scheduled fails. */
public final class Retries {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private Retries() {}

    /** It is tried again until it works, after ever longer waits. */
    public static FailureHandler<Void> soon() {
        return new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_WAIT);
    }
}
