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

/** What runs, as the supervisor wrote it down for the other commands and for tests. Times are those of the kernel. */
public record RunningState(
        long supervisorPid,
        Instant supervisorStarted,
        Phase phase,
        String address,
        int basePort,
        List<RunningProcess> processes) {

    /** The kernel counts from the boot, whose time is read again by every process and moves with the clock. */
    private static final Duration SAME_START = Duration.ofSeconds(3);

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

    /** When the kernel started the process; the epoch when it is gone. */
    static Instant startOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .orElse(Instant.EPOCH);
    }

    private static boolean isRunning(long pid, Instant started) {
        return pid > 0
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)
                && Duration.between(startOf(pid), started).abs().compareTo(SAME_START) < 0;
    }
}
