package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.LogFollower;
import com.ceoplatform.deploy.platform.DataOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the log of one process. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the log of a service, or of kafka, postgres, redis, platform or build.")
final class LogsCommand implements Callable<Integer> {

    private static final String SUFFIX = ".log";
    private static final Duration POLL = Duration.ofMillis(200);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the process, or its beginning.")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "200",
            description = "Lines to begin with. Default: ${DEFAULT-VALUE}.")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        Path log = find(data.directory(), String.valueOf(name));
        LogFollower follower = LogFollower.fromStart(log);
        lastLines(follower).forEach(spec.commandLine().getOut()::println);
        while (follow) {
            follower.newLines().forEach(spec.commandLine().getOut()::println);
            Thread.sleep(POLL);
        }
        return 0;
    }

    private Deque<String> lastLines(LogFollower follower) {
        Deque<String> last = new ArrayDeque<>();
        for (List<String> more = follower.newLines(); !more.isEmpty(); more = follower.newLines()) {
            for (String line : more) {
                last.add(line);
                if (last.size() > lines) {
                    last.removeFirst();
                }
            }
        }
        return last;
    }

    private static Path find(DataDirectory data, String wanted) {
        List<String> names = names(data);
        return names.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> names.stream().filter(name -> name.startsWith(wanted)).findFirst())
                .map(data::log)
                .orElseThrow(() -> new LaunchFailure("There is no log named '%s'; there are: %s"
                        .formatted(wanted, names.isEmpty() ? "none" : String.join(", ", names))));
    }

    private static List<String> names(DataDirectory data) {
        if (!Files.isDirectory(data.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + data.logs() + ": " + e.getMessage(), e);
        }
    }
}
