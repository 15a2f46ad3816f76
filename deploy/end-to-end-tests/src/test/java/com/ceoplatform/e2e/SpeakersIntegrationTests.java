package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the speaker may, what the speaker sees, and what everybody else sees and is told of it. */
@ExtendWith(RunningPlatform.class)
class SpeakersIntegrationTests {

    private static Person manager;
    private static Person staff;
    private static Person colleague;

    @BeforeAll
    static void hire() {
        Person ceo = RunningPlatform.get().ceo();
        manager = ceo.hire("Philippa Grange", "manager", "Vineyard");
        staff = ceo.hire("Rosalind Oakes", "staff", "Vineyard");
        colleague = ceo.hire("Tobias Winter", "staff", "Cellar");
        manager.post("/channels", Map.of("name", "Treasury", "privacy", "public"))
                .expect(201);
        manager.post("/channels", Map.of("name", "Nightfall", "privacy", "private"))
                .expect(201);
        awaitPlan(staff, "Archive the Treasury channel");
        awaitPlan(staff, "Create a task called probe for Tobias");
    }

    private static void awaitPlan(Person speaker, String sentence) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> speaker.post("/voice/commands", Map.of("transcript", sentence, "dryRun", true))
                        .body()
                        .path("status")
                        .asString()
                        .equals("planned"));
    }

    @Test
    void staffGetWhatTheirRoleAllows() {
        JsonNode done = staff.say("Create a channel called Harvest home with Tobias and create a task called Press the"
                        + " grapes for Tobias due Friday")
                .expect(200)
                .body();

        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        colleague
                .get("/tasks?q=grapes")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .forEach(task -> assertThat(task.path("createdBy").asString()).isEqualTo(staff.id()));
    }

    @Test
    void staffAreToldWhatTheyMayNotDoAndWhy() {
        JsonNode refused = staff.say("Archive the Treasury channel").expect(200).body();

        assertThat(refused.path("status").asString()).as(refused.toString()).isEqualTo("failed");
        assertThat(refused.path("reply").asString())
                .startsWith("I could not archive Treasury: ")
                .endsWith("Nothing was changed.");
        assertThat(refused.path("plan")
                        .path("actions")
                        .path(0)
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("forbidden");
    }

    @Test
    void whatASpeakerMayNotSeeDoesNotExistForTheirSentences() {
        JsonNode asked = staff.say("Archive the Nightfall channel").expect(200).body();

        assertThat(asked.path("status").asString()).isIn("awaiting_clarification", "not_understood");
        assertThat(asked.path("clarification").path("candidates").toString()).doesNotContain("Nightfall");
        JsonNode seen = manager.say("Archive the Nightfall channel").expect(200).body();
        assertThat(seen.path("status").asString()).as(seen.toString()).isEqualTo("completed");
    }

    @Test
    void theSpeakerSeesStepByStepAndThoseConcernedSeeWhatComesOfIt() {
        try (LiveView speakerSees = LiveView.open(manager);
                LiveView colleagueSees = LiveView.open(colleague);
                LiveView strangerSees = LiveView.open(staff)) {
            JsonNode command = manager.say("Create a private channel called Cask room with Tobias, create a task called"
                            + " Count the casks for Tobias due tomorrow and create a task called Rinse the casks for"
                            + " Tobias due Friday")
                    .expect(200)
                    .body();
            assertThat(command.path("status").asString()).as(command.toString()).isEqualTo("completed");
            String id = command.path("id").asString();

            speakerSees.awaitEvent("command.completed", data -> isCommand(data, id));
            assertThat(steps(speakerSees, id))
                    .startsWith("command.received", "command.planned")
                    .endsWith("command.completed")
                    .filteredOn("command.action_completed"::equals)
                    .hasSize(3);
            colleagueSees.awaitEvent(
                    "channel.created", data -> data.path("name").asString("").equals("Cask Room"));
            colleagueSees.awaitEvent(
                    "task.created", data -> data.path("title").asString("").equals("Count the casks"));
            colleagueSees.awaitEvent(
                    "task.created", data -> data.path("title").asString("").equals("Rinse the casks"));
            assertThat(colleagueSees.events("task.created"))
                    .allMatch(frame -> frame.path("commandId").asString("").equals(id));
            assertThat(steps(colleagueSees, id)).as("whose words they were").isEmpty();
            assertToldOnce(colleagueSees, id);
            assertThat(strangerSees.frames().toString()).doesNotContain("Cask Room", "casks", id);
        }
    }

    /** One notification, however many actions concern somebody. */
    private static void assertToldOnce(LiveView view, String commandId) {
        view.awaitEvent(
                "notification.created",
                data -> data.path("commandId").asString("").equals(commandId));
        Set<String> told = new HashSet<>();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            List<JsonNode> mine = colleague
                    .get("/notifications?limit=50")
                    .expect(200)
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("commandId").asString("").equals(commandId))
                    .toList();
            assertThat(mine).hasSize(1);
            told.add(mine.getFirst().path("id").asString());
        });
        assertThat(told).hasSize(1);
    }

    private static List<String> steps(LiveView view, String commandId) {
        return view.frames().stream()
                .filter(frame -> frame.path("event").asString("").startsWith("command.")
                        && isCommand(frame.path("data"), commandId))
                .map(frame -> frame.path("event").asString())
                .toList();
    }

    private static boolean isCommand(JsonNode data, String id) {
        return data.path("id").asString("").equals(id);
    }
}
