package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plays scenarios to a crowd, one at a time. */
final class Stage {

    private static final long LEAD = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final Crowd crowd;
    private final ProcessUsage usage;
    private final DatabaseUse databases;
    private final Ticker ticker;
    private final Duration patience;

    /** @param patience for what is still on its way after the last operation; later it is lost */
    Stage(Crowd crowd, ProcessUsage usage, DatabaseUse databases, Ticker ticker, Duration patience) {
        this.crowd = crowd;
        this.usage = usage;
        this.databases = databases;
        this.ticker = ticker;
        this.patience = patience;
    }

    /** What was used before the operations that count. */
    private record Before(ProcessUsage.Snapshot machine, Map<String, DatabaseUse.Buckets> databases) {}

    Outcome play(String name, Load load, Scenario scenario) throws InterruptedException {
        Schedule schedule = Schedule.starting(ticker.nanos() + LEAD, load);
        Performance performance = new Performance(
                schedule,
                scenario,
                new Deliveries(schedule, scenario.correlation(), scenario.audience(), crowd.size()),
                new Answers());
        OpenLoop loop = new OpenLoop(ticker);
        // Read on another thread: it takes longer than the pause between two operations.
        CompletableFuture<Before> before = new CompletableFuture<>();
        crowd.deliverTo(performance.deliveries());
        loop.drive(
                schedule,
                () -> before.completeAsync(() -> new Before(usage.snapshot(), databases.snapshot())),
                op -> performance.send(op, ticker));
        double seconds = (ticker.nanos() - schedule.intended(schedule.warmUp())) / NANOS_PER_SECOND;
        Usage used = usage.since(before.join().machine());
        settle(performance);
        crowd.deliverTo(FrameSink.NOWHERE);
        crowd.ended().forEach(performance.answers()::error);
        Map<String, Percentiles> rows = performance.rows();
        rows.putAll(databases.since(before.join().databases()));
        return performance.outcome(name, crowd.size(), pace(load, schedule, seconds, loop), rows, used);
    }

    /** One scenario while it runs. */
    private record Performance(Schedule schedule, Scenario scenario, Deliveries deliveries, Answers answers) {

        void send(int operation, Ticker ticker) {
            answers.sent();
            CompletableFuture<Void> _ = scenario.send(operation)
                    .thenAccept(status -> answered(operation, status, ticker.nanos() - schedule.intended(operation)));
        }

        private void answered(int operation, int status, long nanos) {
            if (schedule.counts(operation)) {
                answers.take(scenario.kinds(operation), status, nanos);
            }
            if (Answers.isWell(status)) {
                deliveries.accepted(operation);
            }
            answers.answered();
        }

        boolean isOver() {
            return !answers.isOutstanding() && deliveries.counts().lost() == 0;
        }

        Map<String, Percentiles> rows() {
            Map<String, Percentiles> rows = new LinkedHashMap<>();
            Percentiles delivery = deliveries.latencies().percentiles();
            if (delivery.count() > 0) {
                rows.put("delivery", delivery);
            }
            answers.latencies().forEach((kind, latencies) -> rows.put(kind, latencies.percentiles()));
            return rows;
        }

        Outcome outcome(String name, int receivers, Outcome.Pace pace, Map<String, Percentiles> rows, Usage used) {
            return new Outcome(name, receivers, pace, deliveries.counts(), answers.errors(), rows, used);
        }
    }

    private void settle(Performance performance) throws InterruptedException {
        long deadline = ticker.nanos() + patience.toNanos();
        while (!performance.isOver() && ticker.nanos() < deadline) {
            ticker.sleepUntil(ticker.nanos() + POLL);
        }
    }

    /** The last operation is sent one interval before its second is over. */
    private static Outcome.Pace pace(Load load, Schedule schedule, double seconds, OpenLoop loop) {
        int sent = schedule.counted();
        double achieved = sent / (seconds + 1 / load.rate());
        return Outcome.Pace.of(load.rate(), seconds, sent, achieved, loop.lag().percentiles());
    }
}
