package com.ceoplatform.realtime.support;

import com.ceoplatform.common.json.PlatformJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket client that checks every frame against the contract and keeps its positions as the contract says. */
public final class Client implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper MAPPER = PlatformJson.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Map<String, Long> positions = new TreeMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean reading = true;
    private WebSocket socket;

    private Client() {}

    /** Connects with the token in the header and waits for the welcome. */
    public static Client connect(URI address, String token) {
        Client client = open(address, token);
        client.await(frame -> is(frame, "welcome"));
        return client;
    }

    /** Connects with the token in the header. */
    public static Client open(URI address, String token) {
        Client client = new Client();
        client.socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(address, client)
                .join();
        return client;
    }

    /** Connects as a browser does, with the token as a sub-protocol. */
    public static Client browser(URI address, String token) {
        Client client = new Client();
        client.socket = HTTP.newWebSocketBuilder()
                .subprotocols("ceo.realtime.v1", "bearer." + token)
                .buildAsync(address, client)
                .join();
        return client;
    }

    public static boolean is(JsonNode frame, String type) {
        return frame.path("type").asString("").equals(type);
    }

    public static Predicate<JsonNode> event(String type, Object subject) {
        return frame -> is(frame, "event")
                && frame.path("event").asString("").equals(type)
                && frame.path("subject").asString("").equals(subject.toString());
    }

    public static Predicate<JsonNode> presence(UUID user, String status) {
        return frame -> is(frame, "presence")
                && frame.path("userId").asString("").equals(user.toString())
                && frame.path("status").asString("").equals(status);
    }

    public static Predicate<JsonNode> error(String code) {
        return frame -> is(frame, "error") && frame.path("code").asString("").equals(code);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(partial.toString());
            partial.setLength(0);
        }
        if (reading) {
            webSocket.request(1);
        }
        return null;
    }

    private synchronized void take(String text) {
        try {
            JsonNode frame = MAPPER.readTree(text);
            FrameContract.verify(frame);
            frame.path("positions")
                    .properties()
                    .forEach(entry -> reach(entry.getKey(), entry.getValue().longValue()));
            String position = frame.path("position").asString("");
            if (!position.isEmpty()) {
                int colon = position.lastIndexOf(':');
                reach(position.substring(0, colon), Long.parseLong(position.substring(colon + 1)));
            }
            frames.add(frame);
        } catch (RuntimeException | AssertionError broken) {
            failures.add(broken);
        }
    }

    private void reach(String stream, long offset) {
        positions.merge(stream, offset, Math::max);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
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

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    public void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
    }

    public void resume(Map<String, Long> from) {
        send(Map.of("type", "resume", "positions", from));
    }

    public void subscribe(String feed) {
        send(Map.of("type", "subscribe", "feed", feed));
        settle();
    }

    /** Waits until everything sent before has been handled: frames of one client are handled in order. */
    public void settle() {
        long before = count(frame -> is(frame, "pong"));
        send(Map.of("type", "ping"));
        until(() -> count(frame -> is(frame, "pong")) > before);
    }

    /** Reads no more frames until {@link #read}. */
    public void stopReading() {
        reading = false;
    }

    public void read() {
        reading = true;
        socket.request(1);
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        until(() -> frames.stream().anyMatch(wanted));
        return frames.stream().filter(wanted).findFirst().orElseThrow();
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(condition);
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            throw new AssertionError("Got only " + tail(), late);
        }
        check();
    }

    private String tail() {
        List<JsonNode> all = List.copyOf(frames);
        return all.subList(Math.max(0, all.size() - 20), all.size()) + " closed " + closed + " " + failures;
    }

    private void check() {
        if (!failures.isEmpty()) {
            throw new AssertionError("Bad frames", failures.getFirst());
        }
    }

    public long count(Predicate<JsonNode> wanted) {
        return frames.stream().filter(wanted).count();
    }

    public boolean has(Predicate<JsonNode> wanted) {
        return count(wanted) > 0;
    }

    public List<JsonNode> frames() {
        check();
        return List.copyOf(frames);
    }

    /** The events in the order of their coming. */
    public List<JsonNode> events() {
        return frames().stream().filter(frame -> is(frame, "event")).toList();
    }

    public synchronized Map<String, Long> positions() {
        return new TreeMap<>(positions);
    }

    /** Waits for the server to close and answers the code. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    public String protocol() {
        return socket.getSubprotocol();
    }

    /** Breaks the TCP connection. */
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
