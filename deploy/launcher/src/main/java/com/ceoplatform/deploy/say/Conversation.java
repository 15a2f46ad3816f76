package com.ceoplatform.deploy.say;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.AudioUpload;
import com.ceoplatform.deploy.home.LaunchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

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
        AudioUpload upload = AudioUpload.of(audio, utterance.request());
        return user.post(COMMANDS, upload.body(), upload.contentType(), headers);
    }
}
