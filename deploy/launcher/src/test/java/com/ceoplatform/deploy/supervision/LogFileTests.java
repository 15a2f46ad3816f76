package com.ceoplatform.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

    @TempDir
    private Path directory;

    @Test
    void keepsThreeGenerationsWhileTheProcessGoesOnWriting() throws IOException {
        LogFile log = new LogFile(path(), 10);
        try (OutputStream process =
                Files.newOutputStream(path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String generation : new String[] {"first", "second", "third", "fourth"}) {
                process.write((generation + " generation\n").getBytes(StandardCharsets.UTF_8));
                log.rotateWhenLarge();
            }
            process.write("now\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(path()).hasContent("now");
        assertThat(directory.resolve("a.log.1")).hasContent("fourth generation");
        assertThat(directory.resolve("a.log.2")).hasContent("third generation");
        assertThat(directory).isDirectoryNotContaining("glob:**.3");
    }

    @Test
    void leavesASmallFileAlone() throws IOException {
        Files.writeString(path(), "small");

        new LogFile(path(), 10).rotateWhenLarge();

        assertThat(path()).hasContent("small");
        assertThat(directory.resolve("a.log.1")).doesNotExist();
    }

    @Test
    void quotesTheLastErrorRatherThanItsStackTrace() throws IOException {
        Files.writeString(path(), """
                INFO starting
                ERROR The port is taken
                    at a.B.c(B.java:1)
                INFO bye
                """);

        assertThat(new LogFile(path()).lastComplaint()).isEqualTo("ERROR The port is taken");
    }

    @Test
    void quotesTheLastLineWhenNothingReadsLikeAnError() throws IOException {
        Files.writeString(path(), "one\ntwo\n\n");

        assertThat(new LogFile(path()).lastComplaint()).isEqualTo("two");
    }

    @Test
    void saysSoWhenNothingWasPrinted() {
        assertThat(new LogFile(path()).lastComplaint()).isEqualTo("it printed nothing");
    }

    private Path path() {
        return directory.resolve("a.log");
    }
}
