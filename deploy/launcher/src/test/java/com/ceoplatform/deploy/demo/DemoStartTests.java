package com.ceoplatform.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoStartTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T20:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final DemoOrganisation organisation = DemoOrganisation.read();
    private DataDirectory data;
    private RecordingGateway gateway;

    @BeforeEach
    void start() throws IOException {
        data = new DataDirectory(directory.resolve("data"));
        data.create();
        gateway = new RecordingGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void loadsEveryPersonChannelAndTask() throws InterruptedException {
        load();

        assertThat(gateway.stored("/users")).hasSameSizeAs(organisation.people());
        assertThat(gateway.stored("/channels")).hasSameSizeAs(organisation.channels());
        assertThat(gateway.stored("/tasks")).hasSameSizeAs(organisation.tasks());
        assertThat(data.demoMarker()).exists();
    }

    @Test
    void refersToPeopleAndChannelsById() throws InterruptedException {
        load();

        JsonNode sarah = gateway.stored("/users").getFirst();
        JsonNode task = gateway.stored("/tasks").get(1);
        assertThat(sarah.path("managerId").asString()).isEqualTo("ceo-id");
        assertThat(sarah.path("password").asString()).isEqualTo("demo-password");
        assertThat(task.path("assigneeIds").path(0).asString()).startsWith("/users");
        assertThat(task.path("channelId").asString()).startsWith("/channels");
        assertThat(task.path("dueAt").asString()).isEqualTo("2026-11-28T17:00:00Z");
    }

    @Test
    void loadsOnlyOnce() throws InterruptedException {
        load();
        load();

        assertThat(gateway.stored("/users")).hasSameSizeAs(organisation.people());
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        load();
        Files.delete(data.demoMarker());

        load();

        assertThat(gateway.stored("/users")).hasSameSizeAs(organisation.people());
        assertThat(gateway.stored("/channels")).hasSameSizeAs(organisation.channels());
        assertThat(gateway.stored("/tasks")).hasSameSizeAs(organisation.tasks());
    }

    @Test
    void waitsForAServiceThatDoesNotKnowThePeopleYet() throws InterruptedException {
        gateway.refuse("/tasks", 2);

        load();

        assertThat(gateway.stored("/tasks")).hasSameSizeAs(organisation.tasks());
    }

    @Test
    void leavesThePlatformRunningWhenItFails() throws InterruptedException {
        gateway.close();

        load();

        assertThat(data.demoMarker()).doesNotExist();
        assertThat(data.log("platform")).content().contains("The demo organisation is not complete");
    }

    private void load() throws InterruptedException {
        Progress progress = new Progress(new PrintWriter(Writer.nullWriter()), data.log("platform"), CLOCK);
        DemoStart.loadOnce(gateway.address(), "ceo@example.com", "demo-password", data, progress, CLOCK);
    }
}
