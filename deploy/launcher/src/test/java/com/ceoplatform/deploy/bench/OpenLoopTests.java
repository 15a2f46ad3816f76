package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeTicker ticker = new FakeTicker();
    private final OpenLoop loop = new OpenLoop(ticker);
    private final List<Long> sent = new ArrayList<>();

    @Test
    void sendsEachOperationAtItsTime() throws InterruptedException {
        loop.drive(new Schedule(0, 1, 0, 3), () -> {}, operation -> sent.add(ticker.nanos()));

        assertThat(sent).containsExactly(0L, SECOND, 2 * SECOND);
        assertThat(loop.lag().percentiles().max()).isZero();
    }

    @Test
    void catchesUpAfterADelayAndOwnsUpToIt() throws InterruptedException {
        loop.drive(new Schedule(0, 1, 0, 4), () -> {}, operation -> {
            sent.add(ticker.nanos());
            ticker.pass(operation == 0 ? 2 * SECOND : 0);
        });

        assertThat(sent).containsExactly(0L, 2 * SECOND, 2 * SECOND, 3 * SECOND);
        assertThat(loop.lag().percentiles().max()).isBetween(1000.0, 1001.0);
    }

    @Test
    void tellsWhenTheWarmUpIsOver() throws InterruptedException {
        List<String> order = new ArrayList<>();

        loop.drive(new Schedule(0, 1, 2, 4), () -> order.add("warm"), operation -> order.add("op" + operation));

        assertThat(order).containsExactly("op0", "op1", "warm", "op2", "op3");
        assertThat(loop.lag().percentiles().count()).isEqualTo(2);
    }
}
