package com.ceoplatform.deploy.supervision;

import java.time.Duration;

/** How long to wait before a process that died is started again: at once the first time, then ever longer. */
final class RestartBackoff {

    static final Duration LONGEST = Duration.ofSeconds(15);
    static final Duration FORGIVEN_AFTER = Duration.ofSeconds(60);

    private static final Duration FIRST = Duration.ofMillis(250);

    private Duration next = FIRST;
    private int failures;

    /** Takes how long the process had run and returns the pause before its next run. */
    Duration afterRunOf(Duration run) {
        if (run.compareTo(FORGIVEN_AFTER) >= 0) {
            next = FIRST;
            failures = 0;
        }
        failures++;
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }

    /** Ends in a row, none of which lasted long enough to count as a good run. */
    int failures() {
        return failures;
    }
}
