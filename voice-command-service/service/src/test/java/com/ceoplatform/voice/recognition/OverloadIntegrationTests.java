package com.ceoplatform.voice.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechRecogniser;
import com.ceoplatform.voice.speech.Transcript;
import com.ceoplatform.voice.speech.activity.VoiceActivityDetector;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import com.ceoplatform.voice.testing.Clips;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceClient;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** More people speak than can be listened to. */
@VoiceServiceTest
@Import(OverloadIntegrationTests.SlowEngine.class)
@TestPropertySource(properties = {"platform.voice.speech.parallel=1", "platform.voice.speech.queue=2"})
class OverloadIntegrationTests {

    private static final int PLACES = 3;

    private final Someone ceo = Someone.ceo();

    @LocalServerPort
    private int port;

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private Patient recogniser;

    @Autowired
    private Listening listening;

    @Test
    void refusesWhatItCannotListenToInTimeAndLosesNothingElse() throws Exception {
        platform.reset();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable ignored = recogniser.enough::countDown;
                VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            List<CompletableFuture<Answer>> taken = new ArrayList<>();
            for (int upload = 0; upload < PLACES; upload++) {
                taken.add(CompletableFuture.supplyAsync(this::upload, threads));
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(() -> listening.live(Duration.ofSeconds(1)))
                            .isInstanceOf(TooBusyException.class));
            assertThat(recogniser.asked).hasValue(1);

            Answer refused = upload();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("speech_busy");
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");

            client.speak(Clips.samples(Clips.taskForMike()));
            client.silence(Duration.ofSeconds(1));
            assertThat(client.error("speech_busy").path("retryAfterSeconds").asInt())
                    .isEqualTo(2);
            assertThat(client.count("partial")).isZero();
            client.sendText("{\"type\":\"start\"}");
            Awaitility.await().until(() -> client.count("error") == 2);
            assertThat(client.count("ready")).isEqualTo(1);

            recogniser.enough.countDown();
            assertThat(taken)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
            client.start(Map.of("dryRun", true));
            client.speak(Clips.samples(Clips.taskForMike()));
            client.silence(Duration.ofSeconds(1));
            assertThat(client.await("final").path("transcript").asString()).isEqualTo("hello");
        }
        assertThat(platform.changes()).isEmpty();
    }

    private Answer upload() {
        return Clips.upload(api, ceo, Clips.taskForMike(), "{}");
    }

    /** Takes as long as the test wants. */
    static final class Patient implements SpeechRecogniser {

        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch enough = new CountDownLatch(1);

        @Override
        public Transcript recognise(Audio audio, RecognitionHints hints) {
            asked.incrementAndGet();
            try {
                enough.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            Duration none = Duration.ZERO;
            return new Transcript("hello", List.of(), none, new Transcript.Timings(none, none, none));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class SlowEngine {

        @Bean
        Patient patient() {
            return new Patient();
        }

        @Bean(destroyMethod = "close")
        VoiceActivityDetector detector() {
            SpeechModels models = new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
            return new VoiceActivityDetector(models.voiceActivity());
        }

        @Bean
        @Primary
        SpeechEngine slowEngine(SpeechSettings settings, Patient patient, VoiceActivityDetector detector) {
            return new SpeechEngine(settings) {
                @Override
                SpeechRecogniser recogniser() {
                    return patient;
                }

                @Override
                VoiceActivityDetector detector() {
                    return detector;
                }
            };
        }
    }
}
