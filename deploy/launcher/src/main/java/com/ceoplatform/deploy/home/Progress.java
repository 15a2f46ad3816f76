package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What is going on, line by line: on the console as it is, in the log of the platform with the time. */
public final class Progress {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private final PrintWriter console;
    private final Path log;
    private final Clock clock;

    public Progress(PrintWriter console, Path log, Clock clock) {
        this.console = console;
        this.log = log;
        this.clock = clock;
    }

    /** Shows the line and logs it. */
    public void say(String line) {
        console.println(line);
        console.flush();
        note(line);
    }

    /** Logs the line only. */
    public synchronized void note(String line) {
        String time = TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.write(log, List.of(time + "  " + line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + log, e);
        }
    }
}
