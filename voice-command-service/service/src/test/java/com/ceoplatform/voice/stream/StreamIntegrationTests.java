package com.ceoplatform.voice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Someone;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A real client speaks to the real recogniser, whose models are downloaded when they are not there. */
@VoiceServiceTest
@TestPropertySource(
        properties = {
            "platform.voice.speech.recogniser=moonshine",
            "platform.voice.speech.max-duration=20s",
            "platform.voice.stream.no-speech=4s",
            "platform.voice.stream.stalled=2s"
        })
class StreamIntegrationTests {

    private static final float[] TASK = Clips.samples(Clips.taskForMike());
    private static final float[] LONG = Clips.samples(Clips.springLaunch());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Someone ceo = Someone.ceo();

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

    @BeforeEach
    void forgetCalls() {
        platform.reset();
    }

    @Test
    void doesAtTheEndOfSpeechWhatAnUploadWouldHaveDone() {
        String transcript = taught();

        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.speak(TASK);
            client.silence(PAUSE);

            JsonNode command = client.await("command").path("command");
            assertThat(client.await("final").path("transcript").asString()).isEqualTo(transcript);
            assertThat(command.path("status").asString()).isEqualTo("completed");
            assertThat(command.path("transcript").asString()).isEqualTo(transcript);
            assertThat(command.path("timings").path("recognitionMs").isNumber()).isTrue();
            assertThat(platform.all("task")).hasSize(1);
            assertThat(api.get(ceo, "/voice/commands/" + command.path("id").asString())
                            .body())
                    .isEqualTo(command);
        }
    }

    @Test
    void saysWhatItHearsWhileSomebodySpeaks() throws InterruptedException {
        taught();
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of("dryRun", true));

            JsonNode soFar = client.speakUntil(
                    LONG,
                    frame -> VoiceClient.is(frame, "partial")
                            && frame.path("text")
                                    .asString()
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith("create a channel"));

            assertThat(client.frames()).contains(soFar);
            assertThat(client.count("final")).isZero();
        }
        assertThat(platform.changes()).isEmpty();
    }

    @Test
    void keepsPartialsToItselfWhenNobodyWantsThem() {
        taught();
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of("dryRun", true, "partials", false));
            client.speak(TASK);
            client.send(Map.of("type", "stop"));

            assertThat(client.await("command").path("command").path("status").asString())
                    .isEqualTo("planned");
            assertThat(client.count("partial")).isZero();
        }
    }

    @Test
    void endsWhenTheSpeakerSaysSoAndGoesOnWithTheNext() {
        taught();
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.speak(TASK);
            client.send(Map.of("type", "stop"));
            JsonNode first = client.await("command").path("command");

            client.start(Map.of("conversationId", first.path("conversationId").asString()));
            client.speak(TASK);
            client.silence(PAUSE);
            Awaitility.await().until(() -> client.count("command") == 2);

            JsonNode second = client.frames().getLast().path("command");
            assertThat(second.path("conversationId")).isEqualTo(first.path("conversationId"));
            assertThat(second.path("id")).isNotEqualTo(first.path("id"));
            assertThat(platform.all("task")).hasSize(2);
        }
    }

    @Test
    void doesNothingWhenTheConnectionBreaksInTheMiddle() {
        taught();
        VoiceClient client = VoiceClient.connect(port, ceo.token());
        client.start(Map.of());
        client.speak(TASK);
        client.close();

        try (VoiceClient other = VoiceClient.connect(port, ceo.token())) {
            other.start(Map.of("dryRun", true));
            other.speak(TASK);
            other.silence(PAUSE);
            other.await("command");
        }
        assertThat(platform.changes()).isEmpty();
        assertThat(api.get(ceo, "/voice/commands").items("dryRun")).hasSize(2);
    }

    @Test
    void doesNothingWhenTheSpeakerThinksBetterOfIt() {
        taught();
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.speak(TASK);
            client.send(Map.of("type", "cancel"));
            client.silence(PAUSE);
            Awaitility.await().untilAsserted(() -> {
                client.send(Map.of("type", "stop"));
                client.error("not_listening");
            });

            assertThat(client.count("final")).isZero();
        }
        assertThat(platform.changes()).isEmpty();
    }

    @Test
    void refusesSilenceAndWhatIsTooLong() {
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.silence(Duration.ofSeconds(5));
            client.error("no_speech");

            client.start(Map.of());
            client.speak(LONG);
            client.speak(LONG);
            client.speak(LONG);
            client.error("audio_too_long");
            assertThat(client.isOpen()).isTrue();
        }
        assertThat(platform.changes()).isEmpty();
    }

    @Test
    void givesUpOnSoundThatFailsToCome() {
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.speak(Arrays.copyOf(TASK, 16_000));

            client.error("audio_stalled");
        }
        assertThat(platform.changes()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.sendText("{\"type\":\"start\",\"conversationId\":\"mine\"}");
            client.error("validation_failed");

            String anothers = api.say(Someone.ceo(), "hello").text("conversationId");
            client.start(Map.of("conversationId", anothers));
            client.sendText("{\"type\":\"start\"}");
            client.error("already_started");
            client.speak(TASK);
            client.silence(PAUSE);
            client.error("conversation_not_found");
        }
    }

    /** What an upload of the same sound is heard as; from then on it means a new task. */
    private String taught() {
        String transcript =
                Clips.upload(api, ceo, Clips.taskForMike(), "{\"dryRun\":true}").text("transcript");
        interpreter.teach(transcript, Plans.task("a1", "Review the budget", null));
        return transcript;
    }
}
