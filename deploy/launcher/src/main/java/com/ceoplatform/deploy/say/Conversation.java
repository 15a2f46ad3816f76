package com.ceoplatform.deploy.say;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends one utterance and follows the command to its end. */
final class Conversation {

    private static final String COMMANDS = "/voice/commands";
    private static final Set<String> WELL =
            Set.of("completed", "planned", "awaiting_confirmation", "awaiting_clarification", "cancelled", "undone");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(300);
    /** Events reach people over another way than the answer; those of the last action may come after it. */
    private static final Duration LATE_EVENTS = Duration.ofMillis(700);

    private final ApiClient user;
    private final Transcript transcript;

    Conversation(ApiClient user, Transcript transcript) {
        this.user = user;
        this.transcript = transcript;
    }

    /** Returns 0 when the command did what was asked or asks something back. */
    int speak(Utterance utterance) throws InterruptedException {
        transcript.begin();
        JsonNode command = send(utterance);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (command.path("status").asString("").equals("executing")) {
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure("The command " + command.path("id").asString("") + " is still executing; see"
                        + " GET /api/v1/voice/commands/{id}.");
            }
            Thread.sleep(POLL);
            command = user.get(COMMANDS + "/" + command.path("id").asString());
        }
        transcript.answered();
        Thread.sleep(LATE_EVENTS);
        transcript.conclude(command);
        return WELL.contains(command.path("status").asString("")) ? 0 : 1;
    }

    private JsonNode send(Utterance utterance) throws InterruptedException {
        Map<String, String> headers =
                Map.of("Prefer", "wait=10", "Idempotency-Key", UUID.randomUUID().toString());
        Path audio = utterance.audio();
        if (audio == null) {
            return user.post(COMMANDS, utterance.request(), headers);
        }
        String boundary = UUID.randomUUID().toString();
        return user.post(
                COMMANDS,
                multipart(audio, utterance.request(), boundary),
                "multipart/form-data; boundary=" + boundary,
                headers);
    }

    private static BodyPublisher multipart(Path audio, Map<String, Object> request, String boundary) {
        String json = JsonMapper.builder().build().writeValueAsString(request);
        String head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="request"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="audio"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """.formatted(boundary, json, audio.getFileName().toString().replace('"', '\''), type(audio));
        try {
            return BodyPublishers.concat(
                    BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                    BodyPublishers.ofFile(audio),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path audio) {
        String name = audio.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "wav" -> "audio/wav";
            case "webm" -> "audio/webm";
            case "ogg", "opus" -> "audio/ogg";
            case "mp3" -> "audio/mpeg";
            case "m4a" -> "audio/mp4";
            default -> "application/octet-stream";
        };
    }
}
