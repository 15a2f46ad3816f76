package com.ceoplatform.deploy.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What runs, as the supervisor wrote it down for the other commands and for tests. */
public record RunningState(
        long supervisorPid,
        Instant supervisorStarted,
        Phase phase,
        String address,
        int basePort,
        List<RunningProcess> processes) {

    private static final long FIRST_PROCESS = 1;
    private static final Duration SAME_START = Duration.ofMillis(100);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How far the start has come. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /** One process; pid 0 while it is down. */
    public record RunningProcess(String name, long pid, int port, Instant started) {

        /** Whether that very process still runs: a pid alone may have gone to another one. */
        public boolean isAlive() {
            return isRunning(pid, started);
        }
    }

    public RunningState {
        processes = List.copyOf(processes);
    }

    public boolean isSupervisorAlive() {
        return isRunning(supervisorPid, supervisorStarted);
    }

    /** Empty when there is none or it cannot be read. */
    public static Optional<RunningState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunningState.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    public void write(Path file) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * When the kernel started the process, as if the first process had been started at the epoch: the kernel counts from the boot,
     * and the time of that moves whenever the clock is set. The epoch itself when the process is gone.
     */
    static Instant startOf(long pid) {
        return clockStartOf(pid)
                .map(start -> start.minusMillis(
                        clockStartOf(FIRST_PROCESS).orElse(Instant.EPOCH).toEpochMilli()))
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> clockStartOf(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    }

    private static boolean isRunning(long pid, Instant started) {
        return pid > 0
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)
                && Duration.between(startOf(pid), started).abs().compareTo(SAME_START) < 0;
    }
}
