package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.bench.speech.LiveSpeaker.Done;
import com.ceoplatform.deploy.bench.speech.Voices.Clip;
import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How soon after the last word a command is done. What was done is undone, outside of what is measured. */
final class Latency {

    private static final String COMPLETED = "completed";

    private final HttpClient http;

    Latency(HttpClient http) {
        this.http = http;
    }

    /**
     * One row.
     *
     * @param heard milliseconds from the end of speech to the transcript
     * @param done the same to the end of the command
     * @param others outcomes that are not a completed command
     */
    record Row(
            String name,
            int speakers,
            Figures.Percentiles heard,
            Figures.Percentiles done,
            Map<String, Integer> others) {}

    /** One after the other. */
    Row alone(String name, ApiClient person, List<Clip> clips, int rounds) throws InterruptedException {
        List<Done> all = new ArrayList<>();
        try (LiveSpeaker speaker = LiveSpeaker.connect(http, person)) {
            speaker.say(clips.getFirst().sound());
            for (int round = 0; round < rounds; round++) {
                for (Clip clip : clips) {
                    all.add(said(speaker, person, clip));
                }
            }
        }
        return row(name, 1, all);
    }

    /**
     * Everybody, each beginning at a moment of their own that does not depend on what became of the others.
     *
     * @param every each person speaks once in this time
     * @param spread over which the beginnings are spread evenly; zero for all in the same moment
     */
    Row together(String name, List<ApiClient> people, List<Clip> clips, int rounds, Duration every, Duration spread)
            throws InterruptedException {
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        List<Done> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Done>>> speaking = new ArrayList<>();
            for (int index = 0; index < people.size(); index++) {
                long first = start + index * spread.toNanos() / people.size();
                speaking.add(threads.submit(turns(people.get(index), clips, index, rounds, first, every)));
            }
            for (Future<List<Done>> person : speaking) {
                all.addAll(person.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return row(name, people.size(), all);
    }

    private Callable<List<Done>> turns(
            ApiClient person, List<Clip> clips, int index, int rounds, long first, Duration every) {
        return () -> {
            List<Done> all = new ArrayList<>();
            try (LiveSpeaker speaker = LiveSpeaker.connect(http, person)) {
                for (int round = 0; round < rounds; round++) {
                    long left = first + round * every.toNanos() - System.nanoTime();
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
                    all.add(said(speaker, person, clips.get((index + round) % clips.size())));
                }
            }
            return all;
        };
    }

    private static Done said(LiveSpeaker speaker, ApiClient person, Clip clip) throws InterruptedException {
        Done done = speaker.say(clip.sound());
        if (done.outcome().equals(COMPLETED)) {
            try {
                person.post("/voice/commands/" + done.commandId() + "/undo", Map.of(), Map.of());
            } catch (ApiException | UncheckedIOException stays) {
                // What a benchmark leaves behind is not worth ending it.
            }
        }
        return done;
    }

    private static Row row(String name, int speakers, List<Done> all) {
        Figures heard = new Figures();
        Figures done = new Figures();
        Map<String, Integer> others = new TreeMap<>();
        for (Done one : all) {
            if (one.outcome().equals(COMPLETED)) {
                heard.add(one.heardMillis());
                done.add(one.doneMillis());
            } else {
                others.merge(one.outcome(), 1, Integer::sum);
            }
        }
        return new Row(name, speakers, heard.percentiles(), done.percentiles(), others);
    }
}
