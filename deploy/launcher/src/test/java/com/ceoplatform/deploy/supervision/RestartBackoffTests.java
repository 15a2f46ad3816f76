package com.ceoplatform.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartBackoffTests {

    private final RestartBackoff backoff = new RestartBackoff();

    @Test
    void waitsLongerAfterEachShortRun() {
        Duration first = backoff.afterRunOf(Duration.ofSeconds(1));
        Duration second = backoff.afterRunOf(Duration.ofSeconds(1));

        assertThat(second).isEqualTo(first.multipliedBy(2));
        assertThat(backoff.failures()).isEqualTo(2);
    }

    @Test
    void neverWaitsLongerThanItsBound() {
        Duration pause = Duration.ZERO;
        for (int run = 0; run < 20; run++) {
            pause = backoff.afterRunOf(Duration.ZERO);
        }

        assertThat(pause).isEqualTo(RestartBackoff.LONGEST);
    }

    @Test
    void forgivesAfterAGoodRun() {
        Duration first = backoff.afterRunOf(Duration.ZERO);
        backoff.afterRunOf(Duration.ZERO);

        assertThat(backoff.afterRunOf(RestartBackoff.FORGIVEN_AFTER)).isEqualTo(first);
        assertThat(backoff.failures()).isEqualTo(1);
    }
}
