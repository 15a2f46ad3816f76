package com.ceoplatform.deploy.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a killed PostgreSQL leaves behind. The server takes its old pid for a running server when another process has that
 * pid by now, and would then never start; a server that really still runs on this data has lost its supervisor.
 */
final class StalePidFile {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StalePidFile() {}

    /** Ends an orphaned server of this data directory and removes its pid file. Call only while holding the lock. */
    static void clear(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> server =
                pidIn(file).flatMap(ProcessHandle::of).filter(process -> serves(process, data));
        if (server.isPresent()) {
            ProcessHandle orphan = server.get();
            orphan.destroyForcibly();
            orphan.onExit()
                    .completeOnTimeout(orphan, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        Files.deleteIfExists(file);
    }

    private static Optional<Long> pidIn(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        try {
            byte[] commandLine = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(commandLine, StandardCharsets.UTF_8).contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
