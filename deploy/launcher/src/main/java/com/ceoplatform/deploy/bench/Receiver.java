package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One person's WebSocket, which hands on the text of its frames as it is. */
final class Receiver implements WebSocket.Listener {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Consumer<String> frames;
    private final Consumer<String> ended;
    private final CompletableFuture<Boolean> welcomed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();

    private Receiver(Consumer<String> frames, Consumer<String> ended) {
        this.frames = frames;
        this.ended = ended;
    }

    /** Returns when the server has welcomed the person. {@code ended} hears why the connection ended, should it. */
    static WebSocket open(Calls calls, Person person, Consumer<String> frames, Consumer<String> ended) {
        URI address = URI.create(calls.gateway().toString().replaceFirst("^http", "ws"))
                .resolve("/ws");
        Receiver receiver = new Receiver(frames, ended);
        try {
            WebSocket socket = calls.http()
                    .newWebSocketBuilder()
                    .connectTimeout(TIMEOUT)
                    .header("Authorization", "Bearer " + person.accessToken())
                    .buildAsync(address, receiver)
                    .join();
            receiver.welcomed.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
            return socket;
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LaunchFailure("The WebSocket " + address + " was not opened: " + cause, e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (last && parts.isEmpty()) {
            take(data.toString());
        } else {
            parts.append(data);
            if (last) {
                take(parts.toString());
                parts.setLength(0);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        welcomed.completeExceptionally(new IllegalStateException("closed with " + status + " " + reason));
        ended.accept("closed with " + status);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        welcomed.completeExceptionally(error);
        ended.accept("broken");
    }

    private void take(String frame) {
        if (!welcomed.isDone() && FrameText.text(frame, "type").equals("welcome")) {
            welcomed.complete(true);
        }
        frames.accept(frame);
    }
}
