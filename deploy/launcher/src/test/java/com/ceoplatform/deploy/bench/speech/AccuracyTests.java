package com.ceoplatform.deploy.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.bench.speech.Voices.Clip;
import com.ceoplatform.deploy.client.ApiClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a platform that hears Mike as Mark and refuses what is silent. */
class AccuracyTests {

    private static final SpokenCommand MIKE =
            new SpokenCommand("01", "Tell Mike to call", List.of("message.send"), "simple");
    private static final SpokenCommand SARAH = new SpokenCommand("02", "Tell Sarah now", List.of("task.create"), null);

    private HttpServer server;

    @BeforeEach
    void startPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/auth/login", exchange -> answer(exchange, 200, "{\"accessToken\":\"t\"}"));
        server.createContext("/api/v1/voice/commands", AccuracyTests::command);
        server.start();
    }

    @AfterEach
    void stopPlatform() {
        server.stop(0);
    }

    private static void command(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (!body.startsWith("{") && body.contains("02-rms.wav")) {
            answer(exchange, 422, "{\"code\":\"no_speech\",\"detail\":\"Nobody speaks.\"}");
            return;
        }
        String name = body.contains("Mike") ? "Mike" : body.contains("Sarah") ? "Sarah" : "Mark";
        answer(exchange, 200, """
                {"status":"planned","transcript":"Tell %1$s to call.","clarification":null,
                "plan":{"actions":[{"id":"a1","type":"message.send","parameters":{"content":"%1$s"}}]},
                "timings":{"recognitionMs":250}}""".formatted(name));
    }

    @Test
    void countsWrongWordsOtherPlansAndRefusals() throws InterruptedException {
        Accuracy accuracy = new Accuracy(speaker(), line -> {});
        Sound second = new Sound(new short[Sound.RATE]);

        Accuracy.Condition heard = accuracy.hear(
                "clean", List.of(new Clip(MIKE, "slt", second), new Clip(SARAH, "rms", second)), Clip::sound);

        assertThat(heard.words()).isEqualTo(7);
        assertThat(heard.wrongWords()).isEqualTo(4);
        assertThat(heard.exact()).isZero();
        assertThat(heard.refused()).isEqualTo(1);
        assertThat(heard.recognition().p50()).isEqualTo(250);
        assertThat(heard.misheard()).extracting(Accuracy.Misheard::clip).containsExactly("01-slt", "02-rms");
    }

    @Test
    void namesSentencesThatAreNotUnderstoodInWriting() throws InterruptedException {
        assertThat(new Accuracy(speaker(), line -> {}).misunderstood(List.of(MIKE, SARAH)))
                .singleElement()
                .asString()
                .startsWith("02: Tell Sarah now");
    }

    @Test
    void showsItsFigures() throws InterruptedException {
        Accuracy.Condition heard = new Accuracy(speaker(), line -> {})
                .hear("clean", List.of(new Clip(MIKE, "slt", new Sound(new short[Sound.RATE]))), Clip::sound);
        Figures.Percentiles times = new Figures.Percentiles(3, 700, 900, 950);
        Latency.Row row = new Latency.Row("simple", 25, times, times, Map.of("speech_busy", 2));
        StringWriter shown = new StringWriter();

        new SpeechReport(
                        Instant.EPOCH, "http://localhost", List.of(), List.of(heard), List.of(row), List.of(600L, 640L))
                .show(new PrintWriter(shown), true);

        assertThat(shown.toString())
                .contains("25.0%", "heard Tell Mark to call.", "simple, 25 speakers", "NOT DONE {speech_busy=2}");
    }

    private ApiClient speaker() throws InterruptedException {
        return ApiClient.login(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "ceo@example.com", "password");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
