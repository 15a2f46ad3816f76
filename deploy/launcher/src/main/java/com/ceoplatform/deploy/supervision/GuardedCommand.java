package com.ceoplatform.deploy.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that runs to its end under a guard; interrupting the waiting thread ends it. */
public final class GuardedCommand {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private GuardedCommand() {}

    /** Returns the exit code. */
    public static int run(
            String name, List<String> command, Map<String, String> environment, Path directory, Path log, Path run)
            throws InterruptedException {
        ProcessSpec spec = new ProcessSpec(name, 0, command, environment, directory, StopSignal.TERM, GRACE);
        GuardedProcess process = GuardedProcess.start(spec, log, run);
        try {
            return process.awaitExit();
        } catch (InterruptedException e) {
            process.kill();
            throw e;
        }
    }
}
