package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.client.AudioUpload;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says one phrase after the other, at most at the rate of the load, and collects what each phase took. */
final class Speaking {

    private static final String COMMANDS = "/voice/commands";
    private static final List<String> PHASES = List.of("recognition", "interpretation", "execution", "total");
    private static final Set<String> WELL = Set.of("completed", "planned");
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final ApiClient speaker;
    private final ProcessUsage usage;
    private final Ticker ticker;
    private final Map<String, Latencies> rows = new LinkedHashMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();

    Speaking(ApiClient speaker, ProcessUsage usage, Ticker ticker) {
        this.speaker = speaker;
        this.usage = usage;
        this.ticker = ticker;
    }

    /** The warm-up takes the first phrases. */
    Outcome say(String name, Load load, List<Phrase> phrases) throws InterruptedException {
        Schedule schedule = Schedule.starting(ticker.nanos(), load);
        Latencies lag = new Latencies();
        ProcessUsage.Snapshot before = usage.snapshot();
        for (int operation = 0; operation < schedule.count(); operation++) {
            if (operation == schedule.warmUp()) {
                before = usage.snapshot();
            }
            ticker.sleepUntil(schedule.intended(operation));
            long late = ticker.nanos() - schedule.intended(operation);
            JsonNode command = command(phrases.get(operation % phrases.size()));
            if (schedule.counts(operation)) {
                lag.record(late);
                take(phrases.get(operation % phrases.size()).kind(), command, schedule.intended(operation));
            }
        }
        double seconds = (ticker.nanos() - schedule.intended(schedule.warmUp())) / NANOS_PER_SECOND;
        int sent = schedule.counted();
        double achieved = sent / Math.max(seconds, sent / load.rate());
        Outcome.Pace pace = Outcome.Pace.of(load.rate(), seconds, sent, achieved, lag.percentiles());
        return new Outcome(name, 0, pace, Deliveries.Counts.NONE, errors, percentiles(), usage.since(before));
    }

    private JsonNode command(Phrase phrase) throws InterruptedException {
        Map<String, String> headers =
                Map.of("Prefer", "wait=10", "Idempotency-Key", UUID.randomUUID().toString());
        try {
            JsonNode command = send(phrase, headers);
            long deadline = ticker.nanos() + PATIENCE;
            while (command.path("status").asString("").equals("executing") && ticker.nanos() < deadline) {
                ticker.sleepUntil(ticker.nanos() + POLL);
                command = speaker.get(COMMANDS + "/" + command.path("id").asString());
            }
            return command;
        } catch (ApiException e) {
            return failure(Integer.toString(e.status()));
        } catch (UncheckedIOException e) {
            return failure("no answer");
        }
    }

    private JsonNode send(Phrase phrase, Map<String, String> headers) throws InterruptedException {
        Path audio = phrase.audio();
        if (audio == null) {
            return speaker.post(COMMANDS, phrase.request(), headers);
        }
        AudioUpload upload = AudioUpload.of(audio, phrase.request());
        return speaker.post(COMMANDS, upload.body(), upload.contentType(), headers);
    }

    /** A command that did not do what was said has no place among the times of those that did. */
    private void take(String kind, JsonNode command, long intended) {
        String status = command.path("status").asString("");
        if (!WELL.contains(status)) {
            errors.merge(kind + " " + status, 1, Integer::sum);
            return;
        }
        for (String phase : PHASES) {
            JsonNode millis = command.path("timings").path(phase + "Ms");
            if (millis.isNumber()) {
                row(kind + " " + phase).record(TimeUnit.MILLISECONDS.toNanos(millis.longValue()));
            }
        }
        row(kind + " answer").record(ticker.nanos() - intended);
    }

    private Latencies row(String name) {
        return rows.computeIfAbsent(name, missing -> new Latencies());
    }

    private Map<String, Percentiles> percentiles() {
        Map<String, Percentiles> percentiles = new LinkedHashMap<>();
        rows.forEach((name, latencies) -> percentiles.put(name, latencies.percentiles()));
        return percentiles;
    }

    private static JsonNode failure(String status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }
}
