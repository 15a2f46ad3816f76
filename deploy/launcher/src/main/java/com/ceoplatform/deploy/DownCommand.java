package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.supervision.RunningState;
import com.ceoplatform.deploy.supervision.Signals;
import com.ceoplatform.deploy.supervision.StopSignal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the platform that runs on a data directory. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the platform; its data stays.")
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        stop(data.running(), data.directory());
        spec.commandLine().getOut().println("Stopped.");
        return 0;
    }

    /** Returns when the supervisor is gone, which it is only after all its processes are. */
    static void stop(RunningState running, DataDirectory directory) throws InterruptedException {
        Signals.send(StopSignal.TERM, running.supervisorPid());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (running.isSupervisorAlive()) {
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure("The platform (pid %d) does not stop; its log is %s."
                        .formatted(running.supervisorPid(), directory.log(DetachedStart.LOG)));
            }
            Thread.sleep(POLL);
        }
    }
}
