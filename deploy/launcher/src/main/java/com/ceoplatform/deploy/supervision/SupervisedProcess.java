package com.ceoplatform.deploy.supervision;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A process that is started again whenever it ends, until it is stopped. */
public final class SupervisedProcess {

    private static final int HOPELESS = 4;
    private static final Duration POLL = Duration.ofMillis(100);

    private final ProcessSpec spec;
    private final LogFile log;
    private final Path run;
    private final Progress progress;
    private final Clock clock;
    private final Runnable onStarted;
    private final RestartBackoff backoff = new RestartBackoff();

    private volatile @Nullable GuardedProcess current;
    private volatile boolean stopping;
    private volatile int failures;
    private @Nullable Thread keeper;

    /** {@code onStarted} is told after every start, the first one included. */
    SupervisedProcess(ProcessSpec spec, Path log, Path run, Progress progress, Clock clock, Runnable onStarted) {
        this.spec = spec;
        this.log = new LogFile(log);
        this.run = run;
        this.progress = progress;
        this.clock = clock;
        this.onStarted = onStarted;
    }

    public ProcessSpec spec() {
        return spec;
    }

    /** Pid of the running program, or 0 while it is down. */
    public long pid() {
        GuardedProcess process = current;
        return process != null && process.isAlive() ? process.pid() : 0;
    }

    public synchronized void start() {
        keeper = Thread.ofVirtual().name("keeper-" + spec.name()).start(this::keepRunning);
    }

    /** Asks the process to end, waits for it, and does not start it again. */
    public synchronized void stop() throws InterruptedException {
        stopping = true;
        GuardedProcess process = current;
        if (process != null && process.isAlive()) {
            process.stop();
        }
        if (keeper != null) {
            keeper.interrupt();
            keeper.join();
        }
    }

    /** Ends the process at once, as kill -9 does; it comes back by itself. */
    public void kill() {
        GuardedProcess process = current;
        if (process != null) {
            process.kill();
        }
    }

    /** Waits until the condition holds; fails when the process keeps dying or the time is over. */
    public void awaitReady(BooleanSupplier ready, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ready.getAsBoolean()) {
            if (failures >= HOPELESS) {
                throw new LaunchFailure(
                        "%s does not start: %s (log: %s)".formatted(spec.name(), log.lastComplaint(), log.path()));
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure("%s is not ready after %d s: %s (log: %s)"
                        .formatted(spec.name(), timeout.toSeconds(), log.lastComplaint(), log.path()));
            }
            Thread.sleep(POLL);
        }
    }

    void boundLog() {
        log.rotateWhenLarge();
    }

    private void keepRunning() {
        try {
            while (!stopping) {
                runOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            progress.say(spec.name() + " cannot be kept running: " + e.getMessage());
            failures = HOPELESS;
        }
    }

    private void runOnce() throws InterruptedException {
        Instant started = clock.instant();
        log.rotateWhenLarge();
        GuardedProcess process = GuardedProcess.start(spec, log.path(), run);
        current = process;
        if (stopping) {
            process.stop();
        }
        onStarted.run();
        int code = process.awaitExit();
        if (stopping) {
            return;
        }
        Duration ran = Duration.between(started, clock.instant());
        Duration pause = backoff.afterRunOf(ran);
        failures = backoff.failures();
        progress.say("%s (pid %d) ended with code %d after %d s; starting it again in %d ms"
                .formatted(spec.name(), process.pid(), code, ran.toSeconds(), pause.toMillis()));
        Thread.sleep(pause);
    }
}
