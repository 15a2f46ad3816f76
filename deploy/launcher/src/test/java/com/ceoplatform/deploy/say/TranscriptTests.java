package com.ceoplatform.deploy.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranscriptTests {

    private static final String COMMAND = """
            {"id": "c1", "conversationId": "k1", "status": "completed", "transcript": "Create it",
             "reply": "Created the channel Spring Launch and 1 task.",
             "plan": {"actions": [
               {"id": "a1", "type": "channel.create", "status": "done", "dependsOn": [],
                "parameters": {"name": "Spring Launch", "members": [{"kind": "user", "id": "u1", "label": "Sarah Chen"}]},
                "result": {"kind": "channel", "id": "ch1", "label": "Spring Launch"}},
               {"id": "a2", "type": "task.create", "status": "done", "dependsOn": ["a1"],
                "parameters": {"title": "Content plan", "description": null}}]},
             "timings": {"recognitionMs": null, "interpretationMs": 9, "executionMs": 85, "totalMs": 94}}
            """;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Transcript transcript = new Transcript(new PrintWriter(bytes, true, StandardCharsets.UTF_8));

    @Test
    void showsThePlanTheReplyAndTheTimings() {
        transcript.begin();

        transcript.conclude(json(COMMAND));

        assertThat(shown())
                .contains("a1 channel.create  name: Spring Launch, members: Sarah Chen\n")
                .contains("a2 task.create  title: Content plan  (after a1)")
                .contains("a1  done: Spring Launch")
                .contains("Reply       Created the channel Spring Launch and 1 task.")
                .contains("Timings     interpretation 9 ms, execution 85 ms, total 94 ms");
    }

    @Test
    void showsEachActionWhenItIsDone() {
        transcript.begin();

        transcript.ownFrame(
                event("command.action_completed", """
                {"actionId": "a1", "plan": %s}""".formatted(json(COMMAND).path("plan"))));

        assertThat(shown()).contains("action").contains("a1 channel.create").contains("done: Spring Launch");
    }

    @Test
    void showsWhatTheOtherPersonReceives() {
        transcript.begin();

        transcript.othersFrame("Sarah Chen", event("task.created", "{\"title\": \"Content plan\"}"));
        transcript.othersFrame("Sarah Chen", json("{\"type\": \"checkpoint\"}"));

        assertThat(shown().lines())
                .singleElement()
                .asString()
                .contains("Sarah Chen")
                .contains("task.created  Content plan");
    }

    @Test
    void keepsQuietAboutEventsOfOthersBeforeTheCommandWasSent() {
        transcript.othersFrame("Sarah Chen", event("task.created", "{}"));

        assertThat(shown()).isEmpty();
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode event(String type, String data) {
        return json("{\"type\": \"event\", \"event\": \"%s\", \"data\": %s}".formatted(type, data));
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
