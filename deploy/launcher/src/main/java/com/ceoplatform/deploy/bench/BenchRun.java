package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares what the scenarios need and plays one after the other. */
final class BenchRun {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final int PROBES = 20;
    private static final int TASKS = 20;
    private static final int READERS = 16;
    private static final double RECORDINGS_PER_SECOND = 0.25;

    private final URI gateway;
    private final String password;
    private final ProcessUsage usage;
    private final DatabaseUse databases;
    private final PrintWriter out;
    private final Table table;
    private final Ticker ticker = Ticker.SYSTEM;

    BenchRun(URI gateway, String password, ProcessUsage usage, DatabaseUse databases, PrintWriter out) {
        this.gateway = gateway;
        this.password = password;
        this.usage = usage;
        this.databases = databases;
        this.out = out;
        this.table = new Table(out);
    }

    /** One scenario of the run; the recording is said that often. */
    record Part(ScenarioName name, Load load, @Nullable Path audio, int repeat) {

        boolean needsCrowd() {
            return name != ScenarioName.SAY && name != ScenarioName.IDLE;
        }
    }

    /** @param token begins every text that is written, and is in no text of another run */
    List<Outcome> run(List<Part> parts, int users, String token) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Part part : parts) {
            if (!part.needsCrowd()) {
                outcomes.addAll(alone(part));
            }
        }
        List<Part> crowded = parts.stream().filter(Part::needsCrowd).toList();
        if (!crowded.isEmpty()) {
            outcomes.addAll(crowded(crowded, users, token));
        }
        return outcomes;
    }

    private List<Outcome> alone(Part part) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        if (part.name() == ScenarioName.IDLE) {
            outcomes.add(shown(idle(part.load().length())));
            return outcomes;
        }
        List<Phrase> texts = Phrase.texts((int) Math.ceil(part.load().rate()
                * part.load().warmUp().plus(part.load().length()).toSeconds()));
        outcomes.add(shown(new Speaking(ceo(), usage, ticker).say("say", part.load(), texts)));
        Path audio = part.audio();
        if (audio != null) {
            Load load = new Load(RECORDINGS_PER_SECOND, Duration.ofSeconds(4), Duration.ofSeconds((long)
                    (part.repeat() / RECORDINGS_PER_SECOND)));
            outcomes.add(
                    shown(new Speaking(ceo(), usage, ticker).say("say audio", load, List.of(Phrase.recording(audio)))));
        }
        return outcomes;
    }

    private Outcome idle(Duration length) throws InterruptedException {
        out.printf("Idle for %d s%n", length.toSeconds());
        out.flush();
        ProcessUsage.Snapshot before = usage.snapshot();
        ticker.sleepUntil(ticker.nanos() + length.toNanos());
        return new Outcome(
                "idle",
                0,
                null,
                Deliveries.Counts.NONE,
                Collections.emptyMap(),
                Collections.emptyMap(),
                usage.since(before));
    }

    private List<Outcome> crowded(List<Part> parts, int users, String token) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        ApiClient ceo = ceo();
        Organisation organisation = new Organisation(ceo, password, this::say, ticker);
        List<Person> people = organisation.people(users);
        try (Calls calls = new Calls(gateway);
                Crowd crowd = new Crowd(calls, people, organisation.channel(people), ticker)) {
            crowd.connect();
            say(users + " WebSockets are open");
            Stage stage = new Stage(crowd, usage, databases, ticker, PATIENCE);
            awaitMembership(crowd, token);
            for (Part part : parts) {
                Scenario scenario = scenario(part, crowd, organisation, Person.of(ceo), token);
                outcomes.add(shown(stage.play(part.name().toString(), part.load(), scenario)));
            }
        }
        return outcomes;
    }

    private Scenario scenario(Part part, Crowd crowd, Organisation organisation, Person ceo, String token)
            throws InterruptedException {
        String run = token + part.name();
        return switch (part.name()) {
            case MESSAGE, SUSTAINED -> new Messages(crowd, run);
            case TASK -> new TaskChanges(crowd, organisation.tasks(TASKS, crowd), run);
            case NOTIFICATION -> new Assignments(crowd, ceo, run);
            case PRESENCE -> new PresenceChanges(crowd);
            case API -> new ReadsAndWrites(crowd, run);
            case READS -> new Reads(crowd.calls(), organisation.readers(READERS));
            case WRITES -> new Writes(crowd.calls(), organisation.readers(READERS), run);
            case MIX -> mix(crowd.calls(), organisation.readers(READERS), run);
            case SAY, IDLE -> throw new IllegalStateException(part.name() + " has no crowd");
        };
    }

    private static Scenario mix(Calls calls, List<Reads.Reader> readers, String run) {
        return new Mix(new Reads(calls, readers), new Writes(calls, readers, run));
    }

    /** Services learn of new members a moment later; what is posted before is none of their business. */
    private void awaitMembership(Crowd crowd, String token) throws InterruptedException {
        for (int probe = 0; probe < PROBES; probe++) {
            Messages message = new Messages(crowd, token + "probe" + probe + "x");
            Schedule once = new Schedule(ticker.nanos(), 1, 0, 1);
            Deliveries deliveries = new Deliveries(once, message.correlation(), message.audience(), crowd.size());
            crowd.deliverTo(deliveries);
            if (Answers.isWell(message.send(0).join())) {
                deliveries.accepted(0);
            }
            ticker.sleepUntil(ticker.nanos() + PROBE.toNanos());
            if (deliveries.counts().expected() > 0 && deliveries.counts().lost() == 0) {
                return;
            }
        }
        throw new LaunchFailure("After %d s a message still does not reach all %d members of the channel."
                .formatted(PROBES * PROBE.toSeconds(), crowd.size()));
    }

    private ApiClient ceo() throws InterruptedException {
        return ApiClient.login(gateway, ServiceEnvironment.CEO_EMAIL, password);
    }

    private Outcome shown(Outcome outcome) {
        table.show(outcome);
        return outcome;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
