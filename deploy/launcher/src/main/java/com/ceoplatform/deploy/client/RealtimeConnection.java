package com.ceoplatform.deploy.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user's WebSocket through the gateway: hands every frame to its receiver, on a thread of the connection. */
public final class RealtimeConnection implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebSocket socket;

    private RealtimeConnection(WebSocket socket) {
        this.socket = socket;
    }

    /** Returns when the server has welcomed the user; throws {@link ApiException} when it does not. */
    public static RealtimeConnection open(ApiClient user, Consumer<JsonNode> receiver) {
        URI gateway = user.gateway();
        URI address = URI.create(gateway.toString().replaceFirst("^http", "ws")).resolve("/ws");
        Frames frames = new Frames(receiver);
        try {
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .connectTimeout(TIMEOUT)
                    .header("Authorization", "Bearer " + user.accessToken())
                    .buildAsync(address, frames)
                    .join();
            frames.welcomed.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
            return new RealtimeConnection(socket);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ApiException(0, "", "The WebSocket " + address + " was not opened: " + cause);
        }
    }

    public void send(JsonNode frame) {
        socket.sendText(JSON.writeValueAsString(frame), true).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(1, TimeUnit.SECONDS)
                .exceptionally(late -> socket)
                .join();
        socket.abort();
    }

    /** Puts the parts of a frame together. */
    private static final class Frames implements WebSocket.Listener {

        private final Consumer<JsonNode> receiver;
        private final CompletableFuture<Boolean> welcomed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        Frames(Consumer<JsonNode> receiver) {
            this.receiver = receiver;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode frame = JSON.readTree(text.toString());
                text.setLength(0);
                if (frame.path("type").asString("").equals("welcome")) {
                    welcomed.complete(true);
                }
                receiver.accept(frame);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            welcomed.completeExceptionally(new IllegalStateException("closed with " + status + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            welcomed.completeExceptionally(error);
        }
    }
}
