package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * All figures of one run.
 *
 * @param misunderstood sentences that mean something else to the platform even in writing
 * @param voiceMegabytes memory of the voice service, at its beginning and at its end
 */
record SpeechReport(
        Instant startedAt,
        String address,
        List<String> misunderstood,
        List<Accuracy.Condition> accuracy,
        List<Latency.Row> latency,
        List<Long> voiceMegabytes) {

    private static final double PERCENT = 100;

    void write(Path file) {
        try {
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .build()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(this)
                            + "\n");
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write the figures to " + file + ": " + e.getMessage(), e);
        }
    }

    void show(PrintWriter out, boolean everyError) {
        misunderstood.forEach(sentence -> line(out, "NOT UNDERSTOOD IN WRITING  %s", sentence));
        if (!accuracy.isEmpty()) {
            line(
                    out,
                    "%n%-18s %6s %7s %11s %11s %8s %8s",
                    "heard",
                    "clips",
                    "words",
                    "word errors",
                    "plan exact",
                    "p50",
                    "p95");
            accuracy.forEach(condition -> show(out, condition));
            line(out, "p50 and p95: milliseconds of recognition for each second of sound");
        }
        if (everyError) {
            accuracy.forEach(condition -> condition.misheard().forEach(wrong -> show(out, condition, wrong)));
        }
        if (!latency.isEmpty()) {
            line(
                    out,
                    "%n%-36s %6s %9s %9s %9s %9s %9s",
                    "end of speech -> done",
                    "count",
                    "heard p50",
                    "heard p95",
                    "done p50",
                    "done p95",
                    "done max");
            latency.forEach(row -> show(out, row));
        }
        line(out, "%nvoice service: %s MB before and after", voiceMegabytes);
        out.flush();
    }

    private static void show(PrintWriter out, Accuracy.Condition condition) {
        line(
                out,
                "%-18s %6d %7d %10.1f%% %10.1f%% %8.0f %8.0f%s",
                condition.name(),
                condition.clips(),
                condition.words(),
                PERCENT * condition.wordErrorRate(),
                PERCENT * condition.exactRate(),
                condition.recognition().p50(),
                condition.recognition().p95(),
                condition.refused() == 0 ? "" : "  REFUSED " + condition.refused());
    }

    private static void show(PrintWriter out, Accuracy.Condition condition, Accuracy.Misheard wrong) {
        line(
                out,
                "%n%s %s: %d words wrong, plan %s%n  said  %s%n  heard %s",
                condition.name(),
                wrong.clip(),
                wrong.wrongWords(),
                wrong.exact() ? "exact" : "OTHER",
                wrong.said(),
                wrong.heard());
    }

    private static void show(PrintWriter out, Latency.Row row) {
        line(
                out,
                "%-36s %6d %9.0f %9.0f %9.0f %9.0f %9.0f%s",
                row.name() + ", " + (row.speakers() == 1 ? "one speaker" : row.speakers() + " speakers"),
                row.done().count(),
                row.heard().p50(),
                row.heard().p95(),
                row.done().p50(),
                row.done().p95(),
                row.done().max(),
                row.others().isEmpty() ? "" : "  NOT DONE " + row.others());
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
