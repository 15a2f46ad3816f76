package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.bench.speech.Voices.Clip;
import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.home.ResidentMemory;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import com.ceoplatform.deploy.supervision.RunningState;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speaks to a running platform. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        description = {
            "Speaks to a running platform that has the demo organisation, with synthetic voices.",
            "First part, executing nothing: word error rate, share of commands that become exactly the plan of their"
                    + " text, and recognition time, clean and with noise (15 dB).",
            "Second part, over /ws/voice at the speed of speech: time from the end of speech until the command is"
                    + " done, for simple commands and for commands of eight actions: alone, many people in turns (each"
                    + " says a simple command every ten seconds), and all in the same moment. About nine minutes."
        },
        footer = {
            "",
            "Needs flite, festival, espeak-ng and sox (Debian: apt-get install flite festival festvox-us-slt-hts"
                    + " espeak-ng sox).",
            "The sentences are in voice-command-service/speech/src/bench/commands.jsonl."
        })
public final class SpeechBenchCommand implements Callable<Integer> {

    /** Simple ones are short; a percentile wants some dozens. */
    private static final int SIMPLE_ROUNDS = 3;

    private static final Duration SIMPLE_EVERY = Duration.ofSeconds(10);
    private static final Duration LONG_EVERY = Duration.ofSeconds(40);
    private static final String VOICE_SERVICE = "voice-command-service";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    /** The two halves of the benchmark. */
    enum Part {
        ACCURACY,
        LATENCY
    }

    @Option(names = "--only", paramLabel = "PART", description = "Only this: ${COMPLETION-CANDIDATES}.")
    private @Nullable Part only;

    @Option(names = "--voices", split = ",", description = "Voices that take turns. Default: ${DEFAULT-VALUE}.")
    private List<String> voices = List.of("slt", "hts", "rms");

    @Option(names = "--all-voices", description = "Every command in every voice.")
    private boolean allVoices;

    @Option(names = "--noise", paramLabel = "DB", description = "Signal to noise ratio. Default: ${DEFAULT-VALUE}.")
    private double noise = 15;

    @Option(names = "--speakers", paramLabel = "N", description = "Many at once. Default: ${DEFAULT-VALUE}.")
    private int speakers = 25;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each command is timed. Default: ${DEFAULT-VALUE}.")
    private int rounds = 2;

    @Option(names = "--errors", description = "Show everything that was heard wrongly.")
    private boolean errors;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the figures go. Default: bench-speech.json in the data directory.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException {
        if (speakers < 1 || speakers > 100 || rounds < 1 || voices.isEmpty()) {
            throw new LaunchFailure("--speakers must lie between 1 and 100, --rounds must be at least 1.");
        }
        RunningState running = data.running();
        PrintWriter out = spec.commandLine().getOut();
        Instant started = Clock.systemUTC().instant();
        List<SpokenCommand> commands = SpokenCommand.read(sources().resolve("commands.jsonl"));
        say(out, "Speaking %d commands".formatted(commands.size()));
        List<Clip> clips = new Voices(
                        sources().resolve("voices.sh"), data.directory().root().resolve("speech-clips"))
                .speak(commands, voices, allVoices);
        ApiClient ceo = ApiClient.login(
                URI.create(running.address()), ServiceEnvironment.CEO_EMAIL, PlatformOptions.passwordFromEnvironment());
        long before = voiceMegabytes();
        Accuracy accuracy = new Accuracy(ceo, line -> say(out, line));
        List<Accuracy.Condition> conditions = only == Part.LATENCY ? List.of() : accuracy(accuracy, clips);
        List<Latency.Row> rows = only == Part.ACCURACY ? List.of() : latency(ceo, clips, out);
        SpeechReport report = new SpeechReport(
                started,
                running.address(),
                only == Part.LATENCY ? List.of() : accuracy.misunderstood(commands),
                conditions,
                rows,
                List.of(before, voiceMegabytes()));
        report.show(out, errors);
        Path file = json != null ? json : data.directory().root().resolve("bench-speech.json");
        report.write(file);
        say(out, "The figures are in " + file);
        return 0;
    }

    private List<Accuracy.Condition> accuracy(Accuracy accuracy, List<Clip> clips) throws InterruptedException {
        return List.of(
                accuracy.hear("clean", clips, Clip::sound),
                accuracy.hear(
                        "noise %.0f dB".formatted(noise),
                        clips,
                        clip -> clip.sound().withNoise(noise, clip.name().hashCode())));
    }

    private List<Latency.Row> latency(ApiClient ceo, List<Clip> clips, PrintWriter out) throws InterruptedException {
        List<Clip> simple = of("simple", clips);
        List<Clip> eight = of("eight", clips);
        List<Latency.Row> rows = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Latency latency = new Latency(http);
            say(out, "One person speaks");
            rows.add(latency.alone("simple", ceo, simple, SIMPLE_ROUNDS * rounds));
            rows.add(latency.alone("8 actions", ceo, eight, 2 * rounds));
            List<ApiClient> people = new Speakers(ceo, PlatformOptions.passwordFromEnvironment()).login(speakers);
            say(out, speakers + " people speak, each in a turn of their own");
            rows.add(latency.together("simple, in turns", people, simple, 2 * rounds, SIMPLE_EVERY, SIMPLE_EVERY));
            rows.add(latency.together("8 actions, in turns", people, eight, 1, LONG_EVERY, LONG_EVERY));
            say(out, speakers + " people begin to speak in the same moment");
            rows.add(latency.together("simple, same moment", people, simple, 1, SIMPLE_EVERY, Duration.ZERO));
            rows.add(latency.together("8 actions, same moment", people, eight, 1, LONG_EVERY, Duration.ZERO));
        }
        return rows;
    }

    private static List<Clip> of(String row, List<Clip> clips) {
        return clips.stream()
                .filter(clip -> row.equals(clip.command().latency()))
                .toList();
    }

    private long voiceMegabytes() {
        return data.running().processes().stream()
                .filter(process -> process.name().equals(VOICE_SERVICE))
                .mapToLong(process -> ResidentMemory.megabytes(process.pid()))
                .sum();
    }

    private static Path sources() {
        return ProjectRoot.find().path().resolve("voice-command-service/speech/src/bench");
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
