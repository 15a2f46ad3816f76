package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.home.ProjectRoot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningPlatform.class)
class MainJobIntegrationTests {

    private static final String SENTENCE =
            "Create a channel for the spring launch, add Sarah and Mike, and give Sarah a"
                    + " task to write the content plan due Friday with high priority";

    private static Person ceo;
    private static Person sarah;
    private static Person mike;

    @BeforeAll
    static void hire() {
        ceo = RunningPlatform.get().ceo();
        sarah = ceo.hire("Sarah Chen", "manager", "Marketing");
        mike = ceo.hire("Mike Torres", "staff", "Sales");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ceo.post("/voice/commands", java.util.Map.of("transcript", SENTENCE, "dryRun", true))
                        .body()
                        .path("status")
                        .asString()
                        .equals("planned"));
    }

    @Test
    void oneSentenceByTextReachesEverybodyConcerned() throws SQLException {
        try (LiveView ceoSees = LiveView.open(ceo);
                LiveView sarahSees = LiveView.open(sarah);
                LiveView mikeSees = LiveView.open(mike)) {
            JsonNode command = ceo.say(SENTENCE).expect(200).body();

            assertDone(command);
            assertThat(command.path("transcript").asString()).isEqualTo(SENTENCE);
            assertEverybodySees(command, ceoSees, sarahSees, mikeSees);
        }
    }

    @Test
    void theSameSentenceSpokenDoesTheSame() throws SQLException {
        Path recording = ProjectRoot.find()
                .path()
                .resolve(
                        "voice-command-service/speech/src/test/resources/com/ceoplatform/voice/speech/spring-launch.wav");
        try (LiveView ceoSees = LiveView.open(ceo);
                LiveView sarahSees = LiveView.open(sarah);
                LiveView mikeSees = LiveView.open(mike)) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> ceo.get("/voice/commands?limit=1").status() == 200);

            JsonNode command = ceo.say(Person.recording(recording), "spring-launch.wav")
                    .expect(200)
                    .body();

            assertThat(command.path("transcript").asString()).containsIgnoringCase("spring launch");
            assertThat(command.path("timings").path("recognitionMs").asInt()).isPositive();
            assertDone(command);
            assertEverybodySees(command, ceoSees, sarahSees, mikeSees);
        }
    }

    @Test
    void undoTakesEverythingBack() {
        JsonNode command = ceo.say(SENTENCE).expect(200).body();
        String channel = result(command, "channel.create");
        String task = result(command, "task.create");

        JsonNode undone = ceo.post("/voice/commands/" + command.path("id").asString() + "/undo", "{}")
                .expect(200)
                .body();

        assertThat(undone.path("status").asString()).isEqualTo("undone");
        sarah.get("/tasks/" + task).expect(404);
        JsonNode after = sarah.get("/channels/" + channel).body();
        assertThat(after.path("status").asString("gone")).isIn("archived", "gone");
    }

    private static void assertDone(JsonNode command) {
        assertThat(command.path("status").asString()).as(command.toString()).isEqualTo("completed");
        assertThat(command.path("reply").asString()).isNotBlank();
        JsonNode actions = command.path("plan").path("actions");
        assertThat(actions.values())
                .extracting(action -> action.path("type").asString())
                .containsExactly("channel.create", "task.create");
        assertThat(actions.values())
                .allMatch(action -> action.path("status").asString().equals("done"));
        JsonNode channel = actions.get(0).path("parameters");
        assertThat(channel.path("name").asString()).isEqualTo("Spring Launch");
        assertThat(ids(channel.path("members"))).contains(sarah.id(), mike.id());
        JsonNode task = actions.get(1).path("parameters");
        assertThat(task.path("title").asString()).isEqualTo("Write the content plan");
        assertThat(ids(task.path("assignees"))).containsExactly(sarah.id());
        assertThat(task.path("priority").asString()).isEqualTo("high");
        assertThat(task.path("dueAt").asString()).contains("T17:00");
        assertThat(actions.get(1).path("dependsOn").get(0).asString())
                .isEqualTo(actions.get(0).path("id").asString());
    }

    private static void assertEverybodySees(JsonNode command, LiveView ceoSees, LiveView sarahSees, LiveView mikeSees)
            throws SQLException {
        String commandId = command.path("id").asString();
        String channelId = result(command, "channel.create");
        String taskId = result(command, "task.create");

        for (LiveView view : List.of(sarahSees, mikeSees)) {
            JsonNode created = view.awaitEvent(
                    "task.created", data -> data.path("id").asString().equals(taskId));
            assertThat(created.path("commandId").asString()).isEqualTo(commandId);
            assertThat(created.path("channelId").asString()).isEqualTo(channelId);
        }
        JsonNode notification = sarahSees.awaitEvent(
                "notification.created",
                data -> data.path("commandId").asString("").equals(commandId));
        assertThat(notification.path("data").path("userId").asString()).isEqualTo(sarah.id());
        ceoSees.awaitEvent(
                "command.completed", data -> data.path("id").asString().equals(commandId));
        List<String> steps = ceoSees.frames().stream()
                .filter(frame -> frame.path("subject").asString("").equals(commandId))
                .map(frame -> frame.path("event").asString())
                .toList();
        assertThat(steps)
                .containsSubsequence(
                        "command.received",
                        "command.planned",
                        "command.action_completed",
                        "command.action_completed",
                        "command.completed");
        assertThat(sarahSees.events("command.completed")).isEmpty();
        assertThat(mikeSees.events("notification.created"))
                .allMatch(frame -> frame.path("data").path("userId").asString().equals(mike.id()));
        assertStored(channelId, taskId);
    }

    private static void assertStored(String channelId, String taskId) throws SQLException {
        assertThat(sarah.get("/tasks/" + taskId)
                        .expect(200)
                        .body()
                        .path("channelId")
                        .asString())
                .isEqualTo(channelId);
        assertThat(mike.get("/channels/" + channelId)
                        .expect(200)
                        .body()
                        .path("myRole")
                        .asString())
                .isEqualTo("member");
        assertThat(count("channel", "SELECT count(*) FROM channel WHERE id = ?::uuid", channelId))
                .isEqualTo(1);
        assertThat(count("task", "SELECT count(*) FROM task WHERE id = ?::uuid", taskId))
                .isEqualTo(1);
    }

    private static int count(String role, String sql, String id) throws SQLException {
        try (Connection connection = RunningPlatform.get().database(role);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static String result(JsonNode command, String type) {
        return StreamSupport.stream(command.path("plan").path("actions").spliterator(), false)
                .filter(action -> action.path("type").asString().equals(type))
                .map(action -> action.path("result").path("id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + command));
    }

    private static List<String> ids(JsonNode references) {
        return references.values().stream()
                .map(reference -> reference.path("id").asString())
                .toList();
    }
}
