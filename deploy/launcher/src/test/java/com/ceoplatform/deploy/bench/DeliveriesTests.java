package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.bench.Deliveries.Counts;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveriesTests {

    private static final int WARM_UP = 1;
    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final Schedule schedule = new Schedule(0, 1000, WARM_UP, 4);
    private final Correlation.ByToken correlation =
            new Correlation.ByToken("run", Set.of("message.posted"), "sequence");
    private final Deliveries deliveries = new Deliveries(schedule, correlation, (operation, receiver) -> true, 2);

    @Test
    void measuresFromTheIntendedTimeAtEveryReceiver() {
        deliver(0, 2, "e2", 2, 12 * MILLI);
        deliver(1, 2, "e2", 2, 22 * MILLI);

        assertThat(deliveries.latencies().percentiles().count()).isEqualTo(2);
        assertThat(deliveries.latencies().percentiles().p50()).isBetween(10.0, 10.01);
        assertThat(deliveries.latencies().percentiles().max()).isBetween(20.0, 20.02);
    }

    @Test
    void countsWhatAReceiverDidNotGetAsLost() {
        deliveries.accepted(1);
        deliveries.accepted(2);
        deliver(0, 1, "e1", 1, 0);
        deliver(1, 1, "e1", 1, 0);
        deliver(1, 2, "e2", 2, 0);

        assertThat(deliveries.counts()).isEqualTo(Counts.of(4, 3, 0, 0));
        assertThat(deliveries.counts().lost()).isEqualTo(1);
    }

    @Test
    void expectsNothingOfWhatWasRefused() {
        assertThat(deliveries.counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void expectsOnlyTheAudience() {
        Deliveries toOne = new Deliveries(schedule, correlation, (operation, receiver) -> receiver == 1, 2);
        toOne.accepted(1);
        toOne.frame(0, frame(1, "e1", 1), 0);

        assertThat(toOne.counts()).isEqualTo(Counts.of(1, 0, 0, 0));
    }

    @Test
    void countsTheSameEventAgainAsDuplicatedOnly() {
        deliveries.accepted(1);
        deliver(0, 1, "e1", 1, 0);
        deliver(0, 2, "e2", 2, 0);
        deliver(0, 1, "e1", 1, 0);

        assertThat(deliveries.counts()).isEqualTo(Counts.of(2, 1, 1, 0));
    }

    @Test
    void anotherEventOfTheSameOperationIsNoDuplicate() {
        deliver(0, 1, "e1", 1, 0);
        deliver(0, 1, "e1b", 2, 0);

        assertThat(deliveries.counts().duplicated()).isZero();
    }

    @Test
    void seesWhatOvertookAnEarlierEventOfTheAggregate() {
        deliver(0, 2, "e2", 2, 0);
        deliver(0, 1, "e1", 1, 0);
        deliver(1, 1, "e1", 1, 0);
        deliver(1, 2, "e2", 2, 0);

        assertThat(deliveries.counts().outOfOrder()).isEqualTo(1);
    }

    @Test
    void leavesTheWarmUpOut() {
        deliveries.accepted(0);
        deliver(0, 0, "e0", 1, 5 * MILLI);
        deliver(0, 0, "e0", 1, 5 * MILLI);

        assertThat(deliveries.counts()).isEqualTo(Counts.NONE);
        assertThat(deliveries.latencies().percentiles().count()).isZero();
    }

    private void deliver(int receiver, int operation, String id, int sequence, long nanos) {
        deliveries.frame(receiver, frame(operation, id, sequence), nanos);
    }

    private String frame(int operation, String id, int sequence) {
        return """
                {"type":"event","id":"%s","event":"message.posted","subject":"c1","data":{"content":"%s","sequence":%d}}""".formatted(id, correlation.token(operation), sequence);
    }
}
