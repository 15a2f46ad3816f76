package com.ceoplatform.deploy.service;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Host;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.home.Trees;
import com.ceoplatform.deploy.supervision.GuardedCommand;
import com.ceoplatform.deploy.supervision.ProcessSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service as it is run: its jar unpacked, which starts faster than a jar of jars, and a cache of loaded classes from a
 * training run, which halves the start again.
 */
final class ServiceProgram {

    private final PlatformService service;
    private final Path jar;
    private final DataDirectory data;
    private final List<String> flags;
    private final Path home;

    ServiceProgram(PlatformService service, Path jar, DataDirectory data, JvmFlags flags) {
        this.service = service;
        this.jar = jar;
        this.data = data;
        this.flags = flags.of(service, data);
        this.home = data.application(service.label());
    }

    PlatformService service() {
        return service;
    }

    /** Unpacks the jar when it is another one than last time. */
    void unpack() throws InterruptedException {
        if (!Files.exists(jar)) {
            throw new LaunchFailure(service.label() + " is not built: " + jar + " is missing.");
        }
        try {
            JarIdentity identity = JarIdentity.of(jar, home.resolve("unpacked-from"));
            if (identity.isRecorded()) {
                return;
            }
            Path next = home.resolveSibling(home.getFileName() + ".new");
            Trees.delete(next);
            Files.createDirectories(next.getParent());
            extract(next);
            Trees.delete(home);
            Files.move(next, home);
            identity.write();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot unpack " + jar + ": " + e.getMessage(), e);
        }
    }

    boolean isTrained() {
        try {
            return Files.exists(cache())
                    && Files.exists(trainedFor())
                    && Files.readString(trainedFor()).equals(trainingKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the service up to the point before it serves, to learn what it loads. A failure costs time only. */
    void train(Map<String, String> environment, Progress progress) throws InterruptedException {
        try {
            Files.deleteIfExists(cache());
            Files.deleteIfExists(trainedFor());
            List<String> command = java("-XX:AOTCacheOutput=" + cache(), "-Dspring.context.exit=onRefresh");
            int code = GuardedCommand.run(
                    "train-" + service.label(),
                    command,
                    environment,
                    home,
                    data.log("train-" + service.label()),
                    data.run());
            if (code == 0 && Files.exists(cache())) {
                Files.writeString(trainedFor(), trainingKey());
            } else {
                Files.deleteIfExists(cache());
                progress.say("  " + service.label() + " starts without a start-up cache (training ended with " + code
                        + ", log: " + data.log("train-" + service.label()) + ")");
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot make the start-up cache of " + service.label() + ": " + e.getMessage(), e);
        }
    }

    ProcessSpec spec(int port, Map<String, String> environment) {
        List<String> command = isTrained() ? java("-XX:AOTCache=" + cache()) : java();
        return ProcessSpec.of(service.label(), port, command, environment, data.root());
    }

    private void extract(Path target) throws InterruptedException {
        int code = GuardedCommand.run(
                "unpack-" + service.label(),
                List.of(
                        Host.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString()),
                Map.of(),
                data.root(),
                data.log("unpack"),
                data.run());
        if (code != 0) {
            throw new LaunchFailure(jar + " cannot be unpacked (log: " + data.log("unpack") + ").");
        }
    }

    private List<String> java(String... more) {
        List<String> command = new ArrayList<>();
        command.add(Host.java().toString());
        command.addAll(flags);
        command.addAll(List.of(more));
        command.add("-jar");
        command.add(home.resolve(jar.getFileName()).toString());
        return command;
    }

    private Path cache() {
        return home.resolve("start-up.aot");
    }

    private Path trainedFor() {
        return home.resolve("trained-for");
    }

    /** The unpacked jar goes away together with its cache, so only the JVM and its flags can differ. */
    private String trainingKey() {
        return Runtime.version() + " " + flags;
    }
}
