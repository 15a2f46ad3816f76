package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.home.LaunchFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One person who speaks as fast as people do, and is silent until the command is done. */
final class LiveSpeaker implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FRAME = Sound.RATE / 25;
    private static final long FRAME_NANOS = Duration.ofMillis(40).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> LAST = Set.of("command", "error", "closed");

    private final WebSocket socket;
    private final BlockingQueue<Frame> frames;

    private LiveSpeaker(WebSocket socket, BlockingQueue<Frame> frames) {
        this.socket = socket;
        this.frames = frames;
    }

    private record Frame(JsonNode content, long nanos) {

        String type() {
            return content.path("type").asString("");
        }
    }

    /**
     * What came of an utterance.
     *
     * @param outcome status of the command, or the code of the error; "cut off" when it came before the end of speech
     * @param heardMillis from the end of speech to the transcript
     * @param doneMillis from the end of speech to the settled command
     */
    record Done(String outcome, String commandId, double heardMillis, double doneMillis) {}

    static LiveSpeaker connect(HttpClient http, ApiClient person) {
        URI address = URI.create(person.gateway().toString().replaceFirst("^http", "ws"))
                .resolve("/ws/voice");
        BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
        try {
            WebSocket socket = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Authorization", "Bearer " + person.accessToken())
                    .buildAsync(address, new Frames(frames))
                    .join();
            return new LiveSpeaker(socket, frames);
        } catch (CompletionException e) {
            throw new LaunchFailure("The WebSocket " + address + " was not opened: " + e.getCause(), e);
        }
    }

    /** Returns when it is done; the end of speech is that of the speaker, not when the last frame was sent. */
    Done say(Sound sound) throws InterruptedException {
        frames.clear();
        socket.sendText("{\"type\":\"start\"}", true).join();
        Frame ready = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (ready == null || !ready.type().equals("ready")) {
            return new Done(ready == null ? "no answer" : outcome(ready), "", 0, 0);
        }
        long begun = System.nanoTime();
        long ended = begun + sound.endOfSpeech() * TimeUnit.SECONDS.toNanos(1) / Sound.RATE;
        long giveUp = ended + PATIENCE.toNanos();
        double heard = 0;
        for (int frame = 0; System.nanoTime() < giveUp; frame++) {
            socket.sendBinary(ByteBuffer.wrap(sound.bytes(frame * FRAME, (frame + 1) * FRAME)), true)
                    .join();
            long next = begun + (frame + 1) * FRAME_NANOS;
            for (Frame told = poll(next); told != null; told = poll(next)) {
                if (told.type().equals("final")) {
                    heard = millis(told.nanos() - ended);
                } else if (isLast(told)) {
                    boolean cutOff = told.nanos() < ended;
                    String outcome = cutOff ? "cut off" : outcome(told);
                    return new Done(outcome, commandId(told), heard, millis(told.nanos() - ended));
                }
            }
        }
        return new Done("not done in time", "", heard, 0);
    }

    private @Nullable Frame poll(long until) throws InterruptedException {
        return frames.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** A command that is still being executed comes once more. */
    private static boolean isLast(Frame frame) {
        return LAST.contains(frame.type()) && !outcome(frame).equals("executing");
    }

    private static String outcome(Frame frame) {
        return frame.type().equals("command")
                ? frame.content().path("command").path("status").asString("")
                : frame.content().path("code").asString(frame.type());
    }

    private static String commandId(Frame frame) {
        return frame.content().path("command").path("id").asString("");
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts the parts of a frame together and notes when it was complete. */
    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<Frame> frames;
        private final StringBuilder text = new StringBuilder();

        Frames(BlockingQueue<Frame> frames) {
            this.frames = frames;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                long now = System.nanoTime();
                frames.add(new Frame(JSON.readTree(text.toString()), now));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended("closed with " + status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended("broken");
        }

        private void ended(String why) {
            JsonNode frame =
                    JsonNodeFactory.instance.objectNode().put("type", "closed").put("code", why);
            frames.add(new Frame(frame, System.nanoTime()));
        }
    }
}
