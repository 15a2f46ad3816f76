package com.ceoplatform.deploy.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Follows every operation of a scenario to each of its receivers. */
final class Deliveries implements FrameSink {

    private final Schedule schedule;
    private final Correlation correlation;
    private final Audience audience;
    private final List<Inbox> inboxes = new ArrayList<>();
    private final BitSet accepted = new BitSet();
    private final Latencies latencies = new Latencies();

    /** Who is to receive what comes of an operation. */
    interface Audience {

        boolean includes(int operation, int receiver);
    }

    /**
     * How the operations that the platform accepted fared.
     *
     * @param duplicated the same event id at the same receiver again
     * @param outOfOrder older than what the receiver had of that aggregate
     */
    record Counts(long expected, long received, long lost, long duplicated, long outOfOrder) {

        static final Counts NONE = of(0, 0, 0, 0);

        static Counts of(long expected, long received, long duplicated, long outOfOrder) {
            return new Counts(expected, received, expected - received, duplicated, outOfOrder);
        }
    }

    Deliveries(Schedule schedule, Correlation correlation, Audience audience, int receivers) {
        this.schedule = schedule;
        this.correlation = correlation;
        this.audience = audience;
        for (int receiver = 0; receiver < receivers; receiver++) {
            inboxes.add(new Inbox(schedule.count()));
        }
    }

    /** The platform has accepted the operation: everybody in its audience must hear of it. */
    void accepted(int operation) {
        synchronized (accepted) {
            accepted.set(operation);
        }
    }

    @Override
    public void frame(int receiver, String frame, long nanos) {
        int operation = correlation.operationOf(frame);
        if (operation < 0 || operation >= schedule.count() || !audience.includes(operation, receiver)) {
            return;
        }
        Inbox inbox = inboxes.get(receiver);
        boolean counts = schedule.counts(operation);
        if (inbox.take(operation, FrameText.text(frame, "id"), counts)) {
            if (counts) {
                latencies.record(nanos - schedule.intended(operation));
            }
            if (!correlation.order().isEmpty()) {
                inbox.follow(FrameText.text(frame, "subject"), FrameText.number(frame, correlation.order()), counts);
            }
        }
    }

    Counts counts() {
        long expected = 0;
        long received = 0;
        for (int operation : acceptedOperations()) {
            for (int receiver = 0; receiver < inboxes.size(); receiver++) {
                if (audience.includes(operation, receiver)) {
                    expected++;
                    received += inboxes.get(receiver).has(operation) ? 1 : 0;
                }
            }
        }
        return Counts.of(
                expected,
                received,
                inboxes.stream().mapToLong(Inbox::duplicated).sum(),
                inboxes.stream().mapToLong(Inbox::outOfOrder).sum());
    }

    Latencies latencies() {
        return latencies;
    }

    private int[] acceptedOperations() {
        synchronized (accepted) {
            return accepted.stream().filter(schedule::counts).toArray();
        }
    }
}
