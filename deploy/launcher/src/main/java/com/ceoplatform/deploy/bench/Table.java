package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Counts;
import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows outcomes to people. */
final class Table {

    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void show(Outcome outcome) {
        out.println();
        show(outcome.scenario(), outcome.pace(), outcome.receivers());
        show(outcome.counts());
        if (!outcome.errors().isEmpty()) {
            line("  ERRORS  %s", join(outcome.errors()));
        }
        if (!outcome.milliseconds().isEmpty()) {
            line("  %-28s %9s %9s %9s %9s %9s", "milliseconds", "count", "p50", "p95", "p99", "max");
            outcome.milliseconds().forEach(this::row);
        }
        show(outcome.usage());
        out.flush();
    }

    private void show(String scenario, Outcome.@Nullable Pace pace, int receivers) {
        if (pace == null) {
            line("%s", scenario);
            return;
        }
        line(
                "%s: %d sent in %.1f s, %.1f/s of %.1f/s, %d receivers",
                scenario, pace.sent(), pace.seconds(), pace.achievedRate(), pace.rate(), receivers);
        if (pace.behind()) {
            line(
                    "  THE CLIENT FELL BEHIND ITS SCHEDULE (p99 %.1f ms, max %.1f ms late): the figures include its delay",
                    pace.lag().p99(), pace.lag().max());
        }
    }

    private void show(Counts counts) {
        if (counts.expected() > 0) {
            line(
                    "  expected %d, received %d, lost %d, duplicated %d, out of order %d",
                    counts.expected(), counts.received(), counts.lost(), counts.duplicated(), counts.outOfOrder());
        }
    }

    private void show(Usage usage) {
        line(
                "  server %.2f cores, %d MB; client %.2f cores",
                usage.serverCores(), usage.serverMegabytes(), usage.clientCores());
        line(
                "  %s",
                usage.processes().entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "%s %.3f (%d MB)",
                                entry.getKey(),
                                entry.getValue().cores(),
                                entry.getValue().megabytes()))
                        .collect(Collectors.joining(", ")));
    }

    private void row(String name, Percentiles row) {
        line("  %-28s %9d %9.2f %9.2f %9.2f %9.2f", name, row.count(), row.p50(), row.p95(), row.p99(), row.max());
    }

    private static String join(Map<String, Integer> errors) {
        return errors.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
