package com.ceoplatform.voice.testing;

import com.ceoplatform.common.json.PlatformJson;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Speaks into a real WebSocket; every frame of the server is checked against the contract. */
public final class VoiceClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper MAPPER = PlatformJson.mapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Schema SERVER_FRAME = serverFrame();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable AssertionError broken;
    private WebSocket socket;

    private VoiceClient() {}

    public static VoiceClient connect(int port, String token) {
        VoiceClient client = new VoiceClient();
        client.socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(address(port, ""), client)
                .join();
        return client;
    }

    /** As a browser does, with the token as a sub-protocol. */
    public static VoiceClient browser(int port, String token) {
        VoiceClient client = new VoiceClient();
        client.socket = HTTP.newWebSocketBuilder()
                .subprotocols("ceo.voice.v1", "bearer." + token)
                .buildAsync(address(port, ""), client)
                .join();
        return client;
    }

    /** Without a token in a header, but with one in the address. */
    public static CompletableFuture<WebSocket> withQuery(int port, String query) {
        return HTTP.newWebSocketBuilder().buildAsync(address(port, query), new VoiceClient());
    }

    private static URI address(int port, String query) {
        return URI.create("ws://127.0.0.1:" + port + "/ws/voice" + query);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonNode frame = MAPPER.readTree(text.toString());
            text.setLength(0);
            List<Error> errors = SERVER_FRAME.validate(frame);
            if (!errors.isEmpty()) {
                broken = new AssertionError("Not a frame of the contract: " + frame + " " + errors);
            }
            frames.add(frame);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    public void send(Map<String, ?> frame) {
        sendText(MAPPER.writeValueAsString(frame));
    }

    public void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    public void sendBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Begins an utterance and waits until the server listens. */
    public void start(Map<String, ?> request) {
        long before = count("ready");
        Map<String, Object> frame = new HashMap<>(request);
        frame.put("type", "start");
        send(frame);
        await(() -> count("ready") > before);
    }

    /** Sends sound as fast as the server takes it, 100 ms in a frame. */
    public void speak(float[] samples) {
        int step = 1_600;
        for (int at = 0; at < samples.length; at += step) {
            int length = Math.min(step, samples.length - at);
            ByteBuffer frame = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
            for (int index = 0; index < length; index++) {
                frame.putShort((short)
                        Math.clamp(Math.round(samples[at + index] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE));
            }
            socket.sendBinary(frame.flip(), true).join();
        }
    }

    /** Sends sound at the pace of speech, 100 ms in a frame, until a frame that is wanted has come. */
    public JsonNode speakUntil(float[] samples, Predicate<JsonNode> wanted) throws InterruptedException {
        int step = 1_600;
        for (int at = 0; at < samples.length && frames.stream().noneMatch(wanted); at += step) {
            speak(Arrays.copyOfRange(samples, at, Math.min(at + step, samples.length)));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return await(wanted);
    }

    public void silence(Duration length) {
        speak(new float[(int) (length.toMillis() * 16)]);
    }

    public JsonNode await(String type) {
        return await(frame -> is(frame, type));
    }

    public JsonNode error(String code) {
        return await(
                frame -> is(frame, "error") && frame.path("code").asString("").equals(code));
    }

    private JsonNode await(Predicate<JsonNode> wanted) {
        await(() -> frames.stream().anyMatch(wanted));
        return frames.stream().filter(wanted).findFirst().orElseThrow();
    }

    private void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .conditionEvaluationListener(evaluated -> {
                    if (broken != null) {
                        throw broken;
                    }
                })
                .failFast("closed", closed::isDone)
                .until(condition);
    }

    public static boolean is(JsonNode frame, String type) {
        return frame.path("type").asString("").equals(type);
    }

    public long count(String type) {
        return frames.stream().filter(frame -> is(frame, type)).count();
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public String protocol() {
        return socket.getSubprotocol();
    }

    /** Waits for the server to close and answers the code. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Breaks the TCP connection. */
    @Override
    public void close() {
        socket.abort();
    }

    /** Any payload of the messages that the server sends. */
    private static Schema serverFrame() {
        ObjectNode document =
                (ObjectNode) new YAMLMapper().readTree(VoiceClient.class.getResourceAsStream("/asyncapi/voice.yaml"));
        var oneOf = document.putArray("oneOf");
        for (JsonNode reference : document.at("/operations/serverFrames/messages")) {
            String message = document.at(reference.get("$ref").stringValue().substring(1))
                    .get("$ref")
                    .stringValue();
            oneOf.addObject()
                    .put(
                            "$ref",
                            document.at(message.substring(1))
                                    .at("/payload/$ref")
                                    .stringValue());
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(document);
    }
}
