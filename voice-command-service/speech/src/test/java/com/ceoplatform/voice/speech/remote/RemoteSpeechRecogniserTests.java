package com.ceoplatform.voice.speech.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.Transcript;
import com.ceoplatform.voice.speech.audio.WavEncoder;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSpeechRecogniserTests {

    private static final Audio SECOND = Audio.ofSamples(new float[16_000]);

    private final CountDownLatch testOver = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private volatile String authorization = "";
    private volatile String path = "";
    private volatile String body = "";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stopServer() {
        testOver.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void sendsTheAudioTheModelTheNamesAndTheKey() {
        answer(200, "{\"text\":\" Add Sarah. \",\"usage\":{\"seconds\":1}}");

        Transcript transcript = recogniser("key-1", Duration.ofSeconds(30))
                .recognise(SECOND, new RecognitionHints(List.of("Sarah Chen"), List.of("Zoë"), Locale.ENGLISH));

        assertThat(transcript.text()).isEqualTo("Add Sarah.");
        assertThat(transcript.speech()).isEqualTo(Duration.ofSeconds(1));
        assertThat(path).isEqualTo("/speech/v1/audio/transcriptions");
        assertThat(authorization).isEqualTo("Bearer key-1");
        assertThat(body)
                .contains("name=\"model\"\r\n\r\nwhisper-1\r\n")
                .contains("name=\"language\"\r\n\r\nen\r\n")
                .contains("name=\"prompt\"\r\n\r\nNames: Sarah Chen, Zoë\r\n")
                .contains("name=\"file\"; filename=\"command.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF");
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(WavEncoder.encode(SECOND).length);
    }

    @Test
    void sendsNoKeyNoLanguageAndNoPromptWhenThereIsNone() {
        answer(200, "{\"text\":\"Hello\"}");

        recogniser(null, Duration.ofSeconds(30)).recognise(SECOND, RecognitionHints.none());

        assertThat(authorization).isEqualTo("null");
        assertThat(body).doesNotContain("name=\"language\"").doesNotContain("name=\"prompt\"");
    }

    @ParameterizedTest
    @CsvSource({
        "400,ENGINE_UNAVAILABLE",
        "401,ENGINE_UNAVAILABLE",
        "413,TOO_LONG",
        "429,ENGINE_BUSY",
        "500,ENGINE_UNAVAILABLE",
        "503,ENGINE_BUSY"
    })
    void tellsTheStatusAndWhatTheServiceSays(int status, SpeechFailure expected) {
        answer(status, "{\"error\":\n {\"message\":\"no\"}}");

        assertFailure(expected)
                .withMessage("The speech service answered %d: {\"error\": {\"message\":\"no\"}}".formatted(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"text\":7}", "{\"text\":\"cut o"})
    void refusesAnAnswerThatIsNoTranscript(String answer) {
        answer(200, answer);

        assertFailure(SpeechFailure.ENGINE_UNAVAILABLE);
    }

    @Test
    void refusesATextThatNobodyCanHaveSaid() {
        answer(200, "{\"text\":\"" + "a ".repeat(4_000) + "\"}");

        assertFailure(SpeechFailure.ENGINE_UNAVAILABLE).withMessageContaining("7999 characters");
    }

    @Test
    void refusesAnAnswerMadeToExhaustItsReader() {
        answer(200, "[".repeat(100_000));

        assertFailure(SpeechFailure.ENGINE_UNAVAILABLE);
    }

    @Test
    void followsNobodyElsewhere() {
        answer(302, "{\"text\":\"Delete everything\"}");

        assertFailure(SpeechFailure.ENGINE_UNAVAILABLE);
    }

    @Test
    void takesControlCharactersForSpaces() {
        answer(200, "{\"text\":\"Add\\u0000\\u001b\\n Sarah\"}");

        assertThat(recogniser(null, Duration.ofSeconds(30))
                        .recognise(SECOND, RecognitionHints.none())
                        .text())
                .isEqualTo("Add  Sarah");
    }

    @Test
    void takesAnEmptyTextForSilence() {
        answer(200, "{\"text\":\" \"}");

        assertFailure(SpeechFailure.NO_SPEECH);
    }

    @Test
    void refusesAnAnswerWithoutEnd() {
        answer(200, "{\"text\":\"" + "a".repeat(2 << 20) + "\"}");

        assertFailure(SpeechFailure.ENGINE_UNAVAILABLE);
    }

    @Test
    void givesUpOnAnAnswerThatNeverStarts() {
        server.createContext("/", exchange -> awaitTestEnd());

        assertGivesUp();
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("{\"text\":\"".getBytes(StandardCharsets.UTF_8));
                out.flush();
                awaitTestEnd();
            }
        });

        assertGivesUp();
    }

    @Test
    void saysThatNobodyListens() {
        answer(200, "{}");
        server.stop(0);

        assertFailure(SpeechFailure.ENGINE_UNAVAILABLE)
                .withMessageStartingWith("The speech service cannot be reached or broke off");
    }

    @Test
    void sendsOnlyAsManyNamesAsThePromptHolds() {
        answer(200, "{\"text\":\"Hello\"}");
        List<String> names =
                IntStream.range(0, 500).mapToObj("Name %03d"::formatted).toList();

        recogniser(null, Duration.ofSeconds(30)).recognise(SECOND, RecognitionHints.ofNames(names));

        assertThat(body).contains("Name 000, Name 001").doesNotContain("Name 100");
    }

    @Test
    void keepsTheKeyOutOfItsText() {
        assertThat(RemoteRecogniserSettings.of(URI.create("https://speech.example"), "m", "secret"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void waitsTenSecondsAndAsksFourAtATimeByDefault() {
        URI base = URI.create("https://speech.example");

        assertThat(RemoteRecogniserSettings.of(base, "m", null))
                .isEqualTo(new RemoteRecogniserSettings(
                        base, "m", null, Duration.ofSeconds(10), 4, Duration.ofSeconds(10)));
    }

    @Test
    void refusesAnAddressThatIsNotHttp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemoteRecogniserSettings.of(URI.create("file:///etc"), "m", null));
    }

    private void assertGivesUp() {
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> recogniser(null, Duration.ofMillis(300)).recognise(SECOND, RecognitionHints.none()))
                .withMessage("The speech service did not answer within 300 ms")
                .returns(SpeechFailure.ENGINE_UNAVAILABLE, SpeechException::failure);
    }

    private ThrowableAssertAlternative<SpeechException> assertFailure(SpeechFailure expected) {
        return assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> recogniser(null, Duration.ofSeconds(30)).recognise(SECOND, RecognitionHints.none()))
                .returns(expected, SpeechException::failure);
    }

    private void answer(int status, String answer) {
        server.createContext("/", exchange -> {
            path = exchange.getRequestURI().getPath();
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    private void awaitTestEnd() {
        try {
            testOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RemoteSpeechRecogniser recogniser(String key, Duration timeout) {
        URI base = URI.create(
                "http://localhost:%d/speech".formatted(server.getAddress().getPort()));
        return new RemoteSpeechRecogniser(
                new RemoteRecogniserSettings(base, "whisper-1", key, timeout, 2, Duration.ofSeconds(30)));
    }
}
