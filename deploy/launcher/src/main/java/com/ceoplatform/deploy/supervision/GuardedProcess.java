package com.ceoplatform.deploy.supervision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program under a small shell guard, which ends the program when this process ends, even by kill -9. The
 * guard's standard input is the pipe that tells it; this object must be kept for as long as the program shall run.
 */
public final class GuardedProcess {

    private static final Duration PID_WITHIN = Duration.ofSeconds(10);
    private static final String GUARD = read("guard.sh");

    private final Process guard;
    private final long pid;
    private final ProcessSpec spec;

    private GuardedProcess(Process guard, long pid, ProcessSpec spec) {
        this.guard = guard;
        this.pid = pid;
        this.spec = spec;
    }

    /** Starts the program; what it prints goes to the end of {@code log}, its pid to a file under {@code run}. */
    public static GuardedProcess start(ProcessSpec spec, Path log, Path run) {
        Path pidFile = run.resolve(spec.name() + ".pid");
        try {
            Files.deleteIfExists(pidFile);
            ProcessBuilder builder = new ProcessBuilder(guarded(spec, pidFile))
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(spec.environment());
            Process guard = builder.start();
            return new GuardedProcess(guard, pidOrEnd(guard, pidFile), spec);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + spec.name(), e);
        }
    }

    /** Pid of the program itself, not of its guard. */
    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    /** Waits for the end of the program and returns its exit code; 128 + n when signal n ended it. */
    public int awaitExit() throws InterruptedException {
        int code = guard.waitFor();
        endProgramWithoutGuard();
        return code;
    }

    /** Asks the program to stop, kills it when it does not within its grace, and returns when it is gone. */
    public void stop() throws InterruptedException {
        Signals.send(spec.stopSignal(), pid);
        if (!guard.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            guard.waitFor();
        }
    }

    /** Ends the program at once, as kill -9 does. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** The guard itself may have been killed: the program would then hold its port against its successor. */
    private void endProgramWithoutGuard() throws InterruptedException {
        ProcessHandle program = ProcessHandle.of(pid).orElse(null);
        if (program != null && program.isAlive()) {
            program.destroyForcibly();
            program.onExit()
                    .orTimeout(PID_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(late -> program)
                    .join();
        }
    }

    private static List<String> guarded(ProcessSpec spec, Path pidFile) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                GUARD,
                "platform-guard",
                pidFile.toString(),
                spec.stopSignal().name(),
                Long.toString(spec.grace().toSeconds())));
        command.addAll(spec.command());
        return command;
    }

    private static long pidOrEnd(Process guard, Path pidFile) throws IOException {
        try {
            return awaitPid(guard, pidFile);
        } catch (IOException | RuntimeException e) {
            guard.getOutputStream().close();
            throw e;
        }
    }

    private static long awaitPid(Process guard, Path pidFile) throws IOException {
        long deadline = System.nanoTime() + PID_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.exists(pidFile)) {
                return Long.parseLong(Files.readString(pidFile).strip());
            }
            if (!guard.isAlive() && !Files.exists(pidFile)) {
                throw new IOException("its guard ended with " + guard.exitValue());
            }
            pause();
        }
        throw new IOException("its guard does not say its pid");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String read(String resource) {
        try (InputStream script = GuardedProcess.class.getResourceAsStream(resource)) {
            if (script == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
