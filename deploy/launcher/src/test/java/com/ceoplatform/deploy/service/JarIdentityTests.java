package com.ceoplatform.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarIdentityTests {

    @TempDir
    private Path directory;

    @BeforeEach
    void recordAJar() throws IOException {
        Files.writeString(jar(), "content");
        identity().write();
    }

    @Test
    void recognisesTheSameJar() throws IOException {
        assertThat(identity().isRecorded()).isTrue();
    }

    @Test
    void recognisesTheSameContentBuiltAgain() throws IOException {
        Files.setLastModifiedTime(jar(), FileTime.from(Instant.EPOCH));

        assertThat(identity().isRecorded()).isTrue();
    }

    @Test
    void noticesOtherContentOfTheSameSizeAndTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(jar());
        Files.writeString(jar(), "CONTENT");
        Files.setLastModifiedTime(jar(), time);

        assertThat(identity().isRecorded()).isFalse();
    }

    @Test
    void knowsNoJarBeforeOneWasRecorded() throws IOException {
        Files.delete(directory.resolve("record"));

        assertThat(identity().isRecorded()).isFalse();
    }

    private JarIdentity identity() throws IOException {
        return JarIdentity.of(jar(), directory.resolve("record"));
    }

    private Path jar() {
        return directory.resolve("a.jar");
    }
}
