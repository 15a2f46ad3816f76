package com.ceoplatform.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person's WebSocket: remembers every frame in the order of arrival, and the positions that it would resume from. With
 * {@code persistent} it comes back by itself whenever the connection breaks, and resumes.
 */
final class LiveView implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person person;
    private final boolean persistent;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
    private volatile @Nullable WebSocket socket;
    private volatile boolean closed;

    private LiveView(Person person, boolean persistent) {
        this.person = person;
        this.persistent = persistent;
    }

    static LiveView open(Person person) {
        LiveView view = new LiveView(person, false);
        view.connect();
        view.await("welcome", frame -> frame.path("type").asString("").equals("welcome"));
        return view;
    }

    static LiveView persistent(Person person) {
        LiveView view = new LiveView(person, true);
        view.connect();
        view.await("welcome", frame -> frame.path("type").asString("").equals("welcome"));
        return view;
    }

    private void connect() {
        URI address = URI.create(person.gateway().toString().replaceFirst("^http", "ws") + "/ws");
        socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + person.token())
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(address, new Frames())
                .join();
    }

    private void reconnect() {
        Thread.ofVirtual()
                .start(() -> Awaitility.await()
                        .pollInterval(Duration.ofMillis(200))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> {
                            try {
                                if (!closed) {
                                    connect();
                                }
                                return true;
                            } catch (CompletionException notYet) {
                                return false;
                            }
                        }));
    }

    void send(Map<String, ?> frame) {
        WebSocket current = socket;
        if (current != null) {
            current.sendText(Person.JSON.writeValueAsString(frame), true).join();
        }
    }

    List<JsonNode> frames() {
        return frames;
    }

    List<Integer> closeCodes() {
        return closeCodes;
    }

    /** The event frames of a type so far, in order of arrival. */
    List<JsonNode> events(String type) {
        return frames.stream()
                .filter(frame -> frame.path("event").asString("").equals(type))
                .toList();
    }

    /** Waits for a frame that fits, wherever it stands. */
    JsonNode await(String what, Predicate<JsonNode> fits) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> frames.stream().anyMatch(fits));
        return frames.stream().filter(fits).findFirst().orElseThrow();
    }

    JsonNode awaitEvent(String type, Predicate<JsonNode> data) {
        return await(type, frame -> frame.path("event").asString("").equals(type) && data.test(frame.path("data")));
    }

    @Override
    public void close() {
        closed = true;
        WebSocket current = socket;
        if (current != null) {
            current.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(1, TimeUnit.SECONDS)
                    .exceptionally(late -> current)
                    .join();
            current.abort();
        }
    }

    private final class Frames implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode frame = Person.JSON.readTree(text.toString());
                text.setLength(0);
                take(from, frame);
            }
            from.request(1);
            return null;
        }

        private void take(WebSocket from, JsonNode frame) {
            switch (frame.path("type").asString("")) {
                case "welcome" -> {
                    if (!positions.isEmpty()) {
                        var _ = from.sendText(resume(), true);
                    } else {
                        remember(frame.path("positions"));
                    }
                }
                case "checkpoint" -> remember(frame.path("positions"));
                case "event" -> {
                    String[] position = frame.path("position").asString().split(":");
                    positions.merge(position[0], Long.parseLong(position[1]), Math::max);
                }
                default -> {
                    // nothing to remember
                }
            }
            frames.add(frame);
        }

        private String resume() {
            ObjectNode frame = Person.JSON.createObjectNode().put("type", "resume");
            ObjectNode map = frame.putObject("positions");
            positions.forEach(map::put);
            return frame.toString();
        }

        private void remember(JsonNode sent) {
            sent.properties()
                    .forEach(entry ->
                            positions.merge(entry.getKey(), entry.getValue().asLong(), Math::max));
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closeCodes.add(code);
            if (persistent && !closed) {
                reconnect();
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            if (persistent && !closed) {
                reconnect();
            }
        }
    }
}
