package com.ceoplatform.deploy.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process to run: its name in logs and commands, the port it listens on (0: none) and how it is started and stopped.
 * The environment is added to the launcher's own.
 */
public record ProcessSpec(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        StopSignal stopSignal,
        Duration grace) {

    private static final Duration GRACE = Duration.ofSeconds(20);

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A process that ends on TERM within 20 s. */
    public static ProcessSpec of(
            String name, int port, List<String> command, Map<String, String> environment, Path directory) {
        return new ProcessSpec(name, port, command, environment, directory, StopSignal.TERM, GRACE);
    }

    public ProcessSpec stoppedBy(StopSignal signal) {
        return new ProcessSpec(name, port, command, environment, directory, signal, grace);
    }
}
