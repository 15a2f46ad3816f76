package com.ceoplatform.deploy.supervision;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.supervision.RunningState.RunningProcess;
import java.time.Duration;
import java.util.List;

/** Processes of a supervisor that was killed: their guards are ending them, and a new start has to wait for that. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private Leftovers() {}

    /** Returns when none is left. Call only while holding the lock of the data directory. */
    public static void clear(DataDirectory data, Progress progress) throws InterruptedException {
        clear(data, progress, PATIENCE);
    }

    /** Kills what is still there after that time. */
    static void clear(DataDirectory data, Progress progress, Duration patience) throws InterruptedException {
        List<RunningProcess> left = alive(data);
        if (left.isEmpty()) {
            return;
        }
        progress.say("Waiting for what the previous run left: "
                + String.join(", ", left.stream().map(RunningProcess::name).toList()));
        long deadline = System.nanoTime() + patience.toNanos();
        while (!alive(data).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
        }
        for (RunningProcess process : alive(data)) {
            progress.note("killing " + process.name() + " (pid " + process.pid() + ") of the previous run");
            ProcessHandle.of(process.pid()).ifPresent(Leftovers::kill);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<RunningProcess> alive(DataDirectory data) {
        return RunningState.read(data.state())
                .map(state -> state.processes().stream()
                        .filter(RunningProcess::isAlive)
                        .toList())
                .orElse(List.of());
    }
}
