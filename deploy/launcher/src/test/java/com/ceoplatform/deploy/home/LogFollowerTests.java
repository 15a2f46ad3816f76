package com.ceoplatform.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTests {

    @TempDir
    private Path directory;

    @Test
    void readsWhatIsAddedWholeLinesOnly() throws IOException {
        Path log = Files.writeString(log(), "old\n");
        LogFollower follower = LogFollower.fromEnd(log);

        append("one\ntw");
        assertThat(follower.newLines()).containsExactly("one");

        append("o\n");
        assertThat(follower.newLines()).containsExactly("two");
        assertThat(follower.newLines()).isEmpty();
    }

    @Test
    void startsOverWhenTheFileWasEmptied() throws IOException {
        Files.writeString(log(), "a long first line\n");
        LogFollower follower = LogFollower.fromStart(log());
        follower.newLines();

        Files.writeString(log(), "new\n");

        assertThat(follower.newLines()).containsExactly("new");
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        LogFollower follower = LogFollower.fromEnd(log());
        assertThat(follower.newLines()).isEmpty();

        Files.writeString(log(), "first\n");

        assertThat(follower.newLines()).containsExactly("first");
    }

    private void append(String text) throws IOException {
        Files.writeString(log(), text, StandardOpenOption.APPEND);
    }

    private Path log() {
        return directory.resolve("a.log");
    }
}
