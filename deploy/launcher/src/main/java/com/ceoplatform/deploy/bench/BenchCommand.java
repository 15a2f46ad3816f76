package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.speech.SpeechBenchCommand;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.deploy.supervision.RunningState;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a running platform. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = SpeechBenchCommand.class,
        description = "Sends load to a running platform by a fixed schedule and shows the latency from the intended"
                + " time to every receiver, what was lost, and the CPU time and memory of each process.",
        footer = {"", "Exit code: 0 when everything arrived, 1 when something was lost or the run failed."})
public final class BenchCommand implements Callable<Integer> {

    /** Access tokens last 15 minutes; logging in and what is still on its way take some of them. */
    private static final int LONGEST = 600;

    private static final int MOST_USERS = 1000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--only",
            arity = "1..*",
            paramLabel = "SCENARIO",
            description =
                    "Only these: ${COMPLETION-CANDIDATES}. READS, WRITES and MIX (four reads to a"
                            + " write) are what the organisation's own people do. Without it all but these, SUSTAINED and IDLE.")
    private ScenarioName @Nullable [] only;

    @Option(names = "--users", paramLabel = "N", description = "Connected receivers. Default: ${DEFAULT-VALUE}.")
    private int users = 50;

    @Option(names = "--rate", paramLabel = "R", description = "Operations per second. Default: by scenario.")
    private @Nullable Double rate;

    @Option(names = "--seconds", paramLabel = "S", description = "Length of each scenario. Default: by scenario.")
    private @Nullable Integer seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description = "Seconds of load before each scenario that are not counted. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 4;

    @Option(
            names = "--sustained",
            paramLabel = "R",
            description = "Adds R messages per second into one channel, for --seconds or 30 s.")
    private @Nullable Double sustained;

    @Option(
            names = "--idle",
            paramLabel = "S",
            description = "Adds what every process takes while nothing happens for S seconds.")
    private @Nullable Integer idle;

    @Option(names = "--audio", paramLabel = "FILE", description = "A recording to say besides the texts.")
    private @Nullable Path audio;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "How often the recording is said. Default: ${DEFAULT-VALUE}.")
    private int repeat = 10;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the figures go. Default: bench-<time>.json in the data directory.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        List<BenchRun.Part> plan = plan();
        RunningState running = data.running();
        Instant started = Clock.systemUTC().instant();
        PrintWriter out = spec.commandLine().getOut();
        ProcessUsage usage = new ProcessUsage(() -> new Pids(data.directory().state()).byName(), Ticker.SYSTEM);
        BenchRun run = new BenchRun(
                URI.create(running.address()),
                PlatformOptions.passwordFromEnvironment(),
                usage,
                databases(running),
                out);
        List<Outcome> outcomes =
                run.run(plan, users, "bench" + STAMP.format(started).replace("-", ""));
        Report report = new Report(started, running.address(), Machine.read(ProjectRoot.find()), outcomes);
        Path file = json != null ? json : data.directory().root().resolve("bench-" + STAMP.format(started) + ".json");
        report.write(file);
        out.printf("%nThe figures are in %s%n", file);
        if (report.hasLosses()) {
            out.println("EVENTS WERE LOST");
        }
        out.flush();
        return report.hasLosses() ? 1 : 0;
    }

    private static DatabaseUse databases(RunningState running) {
        Ports ports = new Ports(running.basePort());
        return new DatabaseUse(Arrays.stream(PlatformService.values())
                .filter(service -> service.databaseRole().isPresent())
                .collect(Collectors.toMap(
                        PlatformService::label,
                        service -> URI.create(
                                service == PlatformService.GATEWAY ? running.address() : service.address("", ports)))));
    }

    private List<BenchRun.Part> plan() {
        List<BenchRun.Part> plan = parts();
        Duration connected = plan.stream()
                .filter(BenchRun.Part::needsCrowd)
                .map(part -> part.load().warmUp().plus(part.load().length()))
                .reduce(Duration.ZERO, Duration::plus);
        require(
                connected.toSeconds() <= LONGEST,
                "The scenarios must take at most " + LONGEST + " seconds together; choose fewer with --only.");
        return plan;
    }

    private List<BenchRun.Part> parts() {
        return chosen().stream()
                .map(name -> new BenchRun.Part(name, load(name), name == ScenarioName.SAY ? audio : null, repeat))
                .toList();
    }

    private Set<ScenarioName> chosen() {
        Set<ScenarioName> chosen = EnumSet.noneOf(ScenarioName.class);
        if (only != null) {
            chosen.addAll(Arrays.asList(only));
        } else {
            Arrays.stream(ScenarioName.values())
                    .filter(ScenarioName::isStandard)
                    .forEach(chosen::add);
        }
        if (sustained != null) {
            chosen.add(ScenarioName.SUSTAINED);
        }
        if (idle != null) {
            chosen.add(ScenarioName.IDLE);
        }
        return chosen;
    }

    private Load load(ScenarioName name) {
        Double ownRate = name == ScenarioName.SUSTAINED && sustained != null ? sustained : rate;
        Integer ownSeconds = name == ScenarioName.IDLE && idle != null ? idle : seconds;
        return new Load(
                ownRate == null ? name.rate() : ownRate,
                Duration.ofSeconds(warmUp),
                ownSeconds == null ? name.length() : Duration.ofSeconds(ownSeconds));
    }

    private void requireSense() {
        require(users >= 2 && users <= MOST_USERS, "--users must lie between 2 and " + MOST_USERS + ".");
        require(isRate(rate) && isRate(sustained), "Rates must be above 0 and at most 10000 per second.");
        require(isLength(seconds) && isLength(idle), "Lengths must lie between 1 and " + LONGEST + " seconds.");
        require(warmUp >= 0 && warmUp <= LONGEST, "--warm-up must lie between 0 and " + LONGEST + " seconds.");
        require(repeat >= 1, "--repeat must be at least 1.");
        require(audio == null || Files.isReadable(audio), "The recording " + audio + " cannot be read.");
        require(json == null || canHold(json), "The figures cannot be written to " + json + ".");
    }

    /** Asked before the run, which would be in vain. */
    private static boolean canHold(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return directory != null && Files.isWritable(directory) && !Files.isDirectory(file);
    }

    private static boolean isRate(@Nullable Double given) {
        return given == null || (given > 0 && given <= 10_000);
    }

    private static boolean isLength(@Nullable Integer given) {
        return given == null || (given >= 1 && given <= LONGEST);
    }

    private static void require(boolean sensible, String otherwise) {
        if (!sensible) {
            throw new LaunchFailure(otherwise);
        }
    }
}
