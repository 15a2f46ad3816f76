package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.bench.Deliveries.Counts;
import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

    private static final Percentiles PUNCTUAL = new Percentiles(400, 0.1, 0.2, 0.3, 1);
    private static final Percentiles LATE = new Percentiles(400, 0.1, 20, 40.5, 61);

    @Test
    void showsTheFiguresOfAScenario() {
        assertThat(shown(outcome(PUNCTUAL, 20)))
                .contains("message: 400 sent in 20.0 s, 20.0/s of 20.0/s, 50 receivers")
                .contains("expected 20000, received 19999, lost 1, duplicated 2, out of order 3")
                .contains("ERRORS  429: 7")
                .containsPattern("delivery +19999 +11.50 +20.00 +31.25 +80.00")
                .contains("server 0.75 cores, 400 MB; client 0.10 cores")
                .contains("gateway 0.500 (300 MB), redis 0.250 (100 MB)")
                .doesNotContain("BEHIND");
    }

    @Test
    void saysLoudlyThatTheClientWasTooSlow() {
        assertThat(shown(outcome(LATE, 20))).contains("THE CLIENT FELL BEHIND ITS SCHEDULE (p99 40.5 ms");
        assertThat(shown(outcome(PUNCTUAL, 15))).contains("THE CLIENT FELL BEHIND ITS SCHEDULE");
    }

    @Test
    void keepsTheSameFiguresBesideTheMachine() {
        JsonNode json = JsonMapper.builder().build().readTree(report().json());

        assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
        assertThat(json.path("machine").path("commit").asString()).isEqualTo("abc-dirty");
        JsonNode outcome = json.path("outcomes").path(0);
        assertThat(outcome.path("counts").path("lost").asInt()).isEqualTo(1);
        assertThat(outcome.path("milliseconds").path("delivery").path("p99").asDouble())
                .isEqualTo(31.25);
        assertThat(outcome.path("pace").path("behind").asBoolean(true)).isFalse();
        assertThat(outcome.path("usage")
                        .path("processes")
                        .path("redis")
                        .path("megabytes")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void knowsOfLosses() {
        assertThat(report().hasLosses()).isTrue();
    }

    @Test
    void readsTheProcessorTimeBehindANameWithSpaces() {
        String stat = "7 (kafka (main) x) S 1 7 7 0 -1 4194304 9 8 7 6 120 30 4 1 20 0 1 0 5";

        assertThat(ProcessUsage.ticks(stat, 2)).isEqualTo(150);
        assertThat(ProcessUsage.ticks(stat, 4)).isEqualTo(155);
    }

    @Test
    void givesPercentilesInMilliseconds() {
        Latencies latencies = new Latencies();
        for (int value = 1; value <= 100; value++) {
            latencies.record(value * 1_000_000L);
        }

        Percentiles percentiles = latencies.percentiles();
        assertThat(percentiles.count()).isEqualTo(100);
        assertThat(percentiles.p50()).isBetween(50.0, 50.1);
        assertThat(percentiles.p95()).isBetween(95.0, 95.1);
        assertThat(percentiles.p99()).isBetween(99.0, 99.1);
        assertThat(percentiles.max()).isBetween(100.0, 100.1);
    }

    private static Report report() {
        Machine machine = new Machine(2, "cpu", 8000, "Linux", "jdk", "abc-dirty");
        return new Report(Instant.EPOCH, "http://localhost:8080", machine, List.of(outcome(PUNCTUAL, 20)));
    }

    private static Outcome outcome(Percentiles lag, double achieved) {
        Usage usage = Usage.of(Map.of(
                "gateway",
                new Usage.OfProcess(0.5, 300),
                "redis",
                new Usage.OfProcess(0.25, 100),
                ProcessUsage.CLIENT,
                new Usage.OfProcess(0.1, 90)));
        return new Outcome(
                "message",
                50,
                Outcome.Pace.of(20, 20, 400, achieved, lag),
                Counts.of(20_000, 19_999, 2, 3),
                Map.of("429", 7),
                Map.of("delivery", new Percentiles(19_999, 11.5, 20, 31.25, 80)),
                usage);
    }

    private static String shown(Outcome outcome) {
        StringWriter text = new StringWriter();
        new Table(new PrintWriter(text)).show(outcome);
        return text.toString();
    }
}
