package com.ceoplatform.notification.telling;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks again for a moment. A channel and the first message in it come over different topics, and the message may be the
 * first to arrive by a few milliseconds: to wait for the copies here is far quicker than to try the event again.
 */
@Component
class Patience {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int LOOKS = 50;

    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(LOOKS)
            .delay(PAUSE)
            .includes(Incomplete.class)
            .build());

    /** What there is once it is complete, or what there is when patience ends. */
    <T> T until(Supplier<T> look, Predicate<T> complete) {
        T first = look.get();
        if (complete.test(first)) {
            return first;
        }
        try {
            return retry.<T>execute(() -> {
                T seen = look.get();
                if (!complete.test(seen)) {
                    throw new Incomplete();
                }
                return seen;
            });
        } catch (RetryException patienceEnded) {
            if (patienceEnded.getCause() instanceof Incomplete) {
                return look.get();
            }
            throw new IllegalStateException("Could not look", patienceEnded.getCause());
        }
    }

    private static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete() {
            super("incomplete", null, false, false);
        }
    }
}
