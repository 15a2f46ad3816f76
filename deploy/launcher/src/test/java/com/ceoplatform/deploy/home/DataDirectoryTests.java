package com.ceoplatform.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path directory;

    @Test
    void isClosedToOtherUsers() throws IOException {
        DataDirectory data = new DataDirectory(directory.resolve("data"));

        data.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void canBeCreatedAgain() {
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        data.create();

        data.create();

        assertThat(data.exists()).isTrue();
    }

    @Test
    void refusesToMoveInWithStrangers() throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "three years of work");

        assertThatThrownBy(() -> new DataDirectory(directory).create())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("choose another");
    }

    @Test
    void sharesItsPlaceWithTheLauncher() throws IOException {
        Files.createDirectories(directory.resolve("launcher"));

        new DataDirectory(directory).create();

        assertThat(new DataDirectory(directory).exists()).isTrue();
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new DataDirectory(file).create())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void belongsToOneAtATime() throws IOException {
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        data.create();

        FileLock first = data.tryLock();
        assertThat(first).isNotNull();
        assertThat(data.tryLock()).isNull();

        first.channel().close();
        FileLock second = data.tryLock();
        assertThat(second).isNotNull();
        second.channel().close();
    }
}
