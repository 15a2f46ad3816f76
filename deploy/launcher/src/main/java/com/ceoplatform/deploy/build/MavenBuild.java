package com.ceoplatform.deploy.build;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Host;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.LogFollower;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.supervision.GuardedProcess;
import com.ceoplatform.deploy.supervision.ProcessSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs Maven for the modules that are stale, without tests and style checks: those are the task of verify. */
public final class MavenBuild {

    private static final List<String> QUICKLY = List.of(
            "-B",
            "-ntp",
            "-Dstyle.color=never",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip",
            "-Dmdep.analyze.skip",
            "-Denforcer.skip",
            "-Djacoco.skip");
    private static final Pattern MODULE_STARTS = Pattern.compile("\\[INFO] Building (.+?) \\S+\\s+\\[(\\d+/\\d+)]");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SHOWN_ERRORS = 8;

    private final Path root;
    private final DataDirectory data;
    private final Progress progress;

    public MavenBuild(Path root, DataDirectory data, Progress progress) {
        this.root = root;
        this.data = data;
        this.progress = progress;
    }

    /** The Maven of the checkout when it brings one, or else the one on the PATH. */
    public static String program(Path root) {
        Path wrapper = root.resolve("mvnw");
        if (Files.isExecutable(wrapper)) {
            return wrapper.toString();
        }
        if (Host.has("mvn")) {
            return "mvn";
        }
        throw new LaunchFailure("Maven is missing: install Maven 3.8.7 or later and put mvn on the PATH.");
    }

    /** Fails with the errors of the compiler when the build does. */
    public void packageModules(List<Module> modules) throws InterruptedException {
        progress.say("Building "
                + String.join(", ", modules.stream().map(Module::artifactId).toList()));
        Path log = data.log("build");
        LogFollower lines = LogFollower.fromEnd(log);
        List<String> errors = new ArrayList<>();
        GuardedProcess maven = GuardedProcess.start(
                ProcessSpec.of(
                        "build", 0, command(modules), Map.of("JAVA_HOME", System.getProperty("java.home")), root),
                log,
                data.run());
        while (maven.isAlive()) {
            lines.newLines().forEach(line -> show(line, errors));
            Thread.sleep(POLL);
        }
        lines.newLines().forEach(line -> show(line, errors));
        if (maven.awaitExit() != 0) {
            errors.stream().limit(SHOWN_ERRORS).forEach(progress::say);
            throw new LaunchFailure("The build failed (log: " + log + ").");
        }
    }

    private List<String> command(List<Module> modules) {
        List<String> command = new ArrayList<>();
        command.add(program(root));
        command.addAll(QUICKLY);
        command.add("-pl");
        command.add(String.join(
                ",", modules.stream().map(module -> ":" + module.artifactId()).toList()));
        command.add("-am");
        command.add("package");
        return command;
    }

    private void show(String line, List<String> errors) {
        Matcher starts = MODULE_STARTS.matcher(line);
        if (starts.find()) {
            progress.say("  [" + starts.group(2) + "] " + starts.group(1));
        } else if (line.startsWith("[ERROR]")) {
            errors.add(line);
        }
    }
}
