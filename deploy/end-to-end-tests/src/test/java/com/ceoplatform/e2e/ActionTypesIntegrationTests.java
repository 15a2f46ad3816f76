package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.e2e.FaultProxy.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every type of action with real services: it is executed, taken back when another action fails, and undone by voice. */
@ExtendWith(RunningPlatform.class)
class ActionTypesIntegrationTests {

    private static final Fault REFUSED_LATER = call -> {
        // So that the action beside it is done by then.
        TimeUnit.MILLISECONDS.sleep(1_500);
        call.answer(
                403,
                "application/problem+json",
                "{\"status\":403,\"code\":\"forbidden\",\"detail\":\"You may not do this.\"}"
                        .getBytes(StandardCharsets.UTF_8));
    };

    private static Person speaker;
    private static Person dorothea;
    private static Person edmund;
    private static String depot;

    @BeforeAll
    static void hire() {
        Person ceo = RunningPlatform.get().ceo();
        speaker = ceo.hire("Wendelin Marsh", "manager", "Storage");
        dorothea = ceo.hire("Marguerite Osei", "staff", "Haulage");
        edmund = ceo.hire("Edmund Falk", "staff", "Haulage");
        depot = speaker.post(
                        "/channels", Map.of("name", "Granary", "privacy", "private", "memberIds", List.of(edmund.id())))
                .expect(201)
                .id();
        speaker.post("/tasks", Map.of("title", "Ledger", "priority", "low")).expect(201);
        speaker.post("/tasks", Map.of("title", "Audit", "priority", "low")).expect(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> speaker.post(
                                "/voice/commands",
                                Map.of("transcript", "Add Marguerite to the Granary channel", "dryRun", true))
                        .body()
                        .path("status")
                        .asString()
                        .equals("planned"));
    }

    @AfterEach
    void calm() {
        RunningPlatform.get().between(PlatformService.TASK).calm();
    }

    @Test
    void createsChannels() {
        prove(
                "channel.create",
                "create a private channel called Orchard with Marguerite",
                () -> activeChannels("Orchard"),
                List.of(),
                List.of("Orchard"));
    }

    @Test
    void addsMembers() {
        prove(
                "channel.add_members",
                "add Marguerite to the Granary channel",
                ActionTypesIntegrationTests::members,
                ids(speaker, edmund),
                ids(speaker, edmund, dorothea));
    }

    @Test
    void removesMembers() {
        prove(
                "channel.remove_members",
                "remove Edmund from the Granary channel",
                ActionTypesIntegrationTests::members,
                ids(speaker, edmund),
                ids(speaker));
    }

    @Test
    void renamesChannels() {
        prove(
                "channel.update",
                "rename the Granary channel to Silo",
                () -> List.of(channel().path("name").asString()),
                List.of("Granary"),
                List.of("Silo"));
    }

    @Test
    void archivesChannels() {
        prove(
                "channel.archive",
                "archive the Granary channel",
                () -> List.of(channel().path("status").asString()),
                List.of("active"),
                List.of("archived"));
    }

    @Test
    void createsTasks() {
        prove(
                "task.create",
                "create a task called Weigh the wheat for Marguerite due Friday",
                () -> titles("wheat"),
                List.of(),
                List.of("Weigh the wheat"));
    }

    @Test
    void updatesTasks() {
        prove(
                "task.update",
                "set the priority of Ledger to urgent",
                () -> List.of(task("Ledger").path("priority").asString()),
                List.of("low"),
                List.of("urgent"));
    }

    @Test
    void makesTasksWait() {
        prove(
                "task.add_dependency",
                "Audit can't start until Ledger is done",
                () -> texts(task("Audit").path("blockedBy")),
                List.of(),
                List.of(task("Ledger").path("id").asString()));
    }

    @Test
    void commentsOnTasks() {
        prove(
                "task.comment",
                "comment on Ledger: the numbers are late",
                () -> items("/tasks/" + task("Ledger").path("id").asString() + "/comments", "content"),
                List.of(),
                List.of("the numbers are late"));
    }

    @Test
    void postsInChannels() {
        prove(
                "message.send",
                "post in the Granary channel that the gate is closed",
                () -> messages("/channels/" + depot + "/messages"),
                List.of(),
                List.of("the gate is closed"));
    }

    @Test
    void sendsDirectMessages() {
        prove(
                "message.send",
                "tell Marguerite that the scales are broken",
                ActionTypesIntegrationTests::directMessages,
                List.of(),
                List.of("the scales are broken"));
    }

    @Test
    void setsReminders() {
        prove(
                "reminder.create",
                "remind me on Friday at nine to call the miller",
                () -> items("/reminders", "about"),
                List.of(),
                List.of("call the miller"));
    }

    @Test
    void schedulesMeetings() {
        prove(
                "meeting.schedule",
                "schedule a meeting with Marguerite tomorrow at 10",
                () -> items("/meetings", "status"),
                List.of(),
                List.of("scheduled"));
    }

    @Test
    void asksForFiles() {
        prove(
                "file.request_upload",
                "upload the file harvest.pdf to the Granary channel",
                () -> items("/channels/" + depot + "/files?status=requested", "status"),
                List.of(),
                List.of("requested"));
    }

    @Test
    void archivesSeveralOnlyAfterAYes() {
        channels("Barley", "Rye");
        JsonNode asked = say("archive the Barley and the Rye channels", null);
        assertThat(asked.path("status").asString()).as(asked.toString()).isEqualTo("awaiting_confirmation");
        assertThat(asked.path("confirmation").path("text").asString()).contains("2 channels", "Barley", "Rye");
        assertThat(activeChannels("Barley")).hasSize(1);
        String conversation = asked.path("conversationId").asString();

        JsonNode done = say("yes", conversation);

        assertThat(done.path("id")).isEqualTo(asked.path("id"));
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        assertThat(activeChannels("Barley")).isEmpty();
        assertThat(activeChannels("Rye")).isEmpty();
        assertThat(say("yes", conversation).path("status").asString()).isEqualTo("not_understood");
        assertThat(say("undo that", conversation).path("status").asString()).isEqualTo("undone");
        assertThat(activeChannels("Barley")).hasSize(1);
        assertThat(activeChannels("Rye")).hasSize(1);
    }

    @Test
    void dropsWhatIsNotConfirmed() {
        channels("Millet", "Spelt");
        JsonNode asked = say("archive the Millet and the Spelt channels", null);
        String conversation = asked.path("conversationId").asString();

        JsonNode dropped = say("no, cancel that", conversation);

        assertThat(dropped.path("id")).isEqualTo(asked.path("id"));
        assertThat(dropped.path("status").asString()).as(dropped.toString()).isEqualTo("cancelled");
        assertThat(say("yes", conversation).path("status").asString()).isEqualTo("not_understood");
        assertThat(activeChannels("Millet")).hasSize(1);
    }

    @Test
    void undoLeavesWhatSomebodyChangedSinceAndNamesIt() {
        JsonNode done = say("create a task called Grease the axles and create a task called Fill the sacks", null);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        speaker.patch("/tasks/" + task("Fill the sacks").path("id").asString(), Map.of("status", "in_progress"))
                .expect(200);

        JsonNode undone = say("undo that", done.path("conversationId").asString());

        assertThat(undone.path("status").asString()).as(undone.toString()).isEqualTo("undone");
        assertThat(undone.path("reply").asString()).contains("Fill the sacks").doesNotContain("Grease");
        assertThat(titles("axles")).isEmpty();
        assertThat(titles("sacks")).hasSize(1);
    }

    private static void channels(String... names) {
        for (String name : names) {
            speaker.post("/channels", Map.of("name", name, "privacy", "private"))
                    .expect(201);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> speaker.post(
                                    "/voice/commands",
                                    Map.of("transcript", "archive the " + name + " channel", "dryRun", true))
                            .body()
                            .path("status")
                            .asString()
                            .equals("planned"));
        }
    }

    /** Executed beside an action that fails, then alone, then undone. */
    private static void prove(
            String type, String order, Supplier<List<String>> state, List<String> before, List<String> after) {
        assertThat(state.get()).containsExactlyInAnyOrderElementsOf(before);
        FaultProxy tasks = RunningPlatform.get().between(PlatformService.TASK);
        tasks.trouble(call -> call.key().endsWith(":a1") && call.path().equals("/api/v1/tasks")
                ? Optional.of(REFUSED_LATER)
                : Optional.empty());
        JsonNode failed = say("Create a task called Stumbling block, and " + order, null);
        assertThat(types(failed)).as(failed.toString()).containsExactly("task.create", type);
        assertThat(failed.path("status").asString()).as(failed.toString()).isEqualTo("rolled_back");
        assertThat(failed.path("reply").asString()).contains("You may not do this.");
        assertThat(state.get()).as("after rolling back").containsExactlyInAnyOrderElementsOf(before);
        tasks.calm();

        JsonNode done = say(order, null);
        assertThat(types(done)).as(done.toString()).containsExactly(type);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        assertThat(state.get()).as("when done").containsExactlyInAnyOrderElementsOf(after);

        JsonNode undone = say("undo that", done.path("conversationId").asString());
        assertThat(undone.path("id")).isEqualTo(done.path("id"));
        assertThat(undone.path("status").asString()).as(undone.toString()).isEqualTo("undone");
        assertThat(state.get()).as("after undoing").containsExactlyInAnyOrderElementsOf(before);
    }

    private static JsonNode say(String sentence, String conversation) {
        return speaker.post(
                        "/voice/commands",
                        conversation == null
                                ? Map.of("transcript", sentence)
                                : Map.of("transcript", sentence, "conversationId", conversation),
                        Map.of("Prefer", "wait=10"))
                .expect(200)
                .body();
    }

    private static List<String> types(JsonNode command) {
        return command.path("plan")
                .path("actions")
                .valueStream()
                .map(action -> action.path("type").asString())
                .toList();
    }

    private static JsonNode channel() {
        return speaker.get("/channels/" + depot).expect(200).body();
    }

    private static List<String> members() {
        return items("/channels/" + depot + "/members", "userId");
    }

    private static List<String> activeChannels(String name) {
        return items("/channels?q=" + name + "&status=active", "name");
    }

    private static JsonNode task(String title) {
        return speaker.get("/tasks?q=" + title.replace(' ', '+') + "&createdBy=" + speaker.id())
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(task -> task.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(String words) {
        return items("/tasks?q=" + words + "&createdBy=" + speaker.id(), "title");
    }

    /** What is in the conversations of two, without what was deleted. */
    private static List<String> directMessages() {
        List<String> all = new ArrayList<>();
        items("/channels?type=direct", "id").forEach(id -> all.addAll(messages("/channels/" + id + "/messages")));
        return all;
    }

    /** What people said there; the platform itself also tells of members and commands. */
    private static List<String> messages(String path) {
        return speaker.get(path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(message -> message.path("type").asString().equals("text"))
                .filter(message -> !message.path("deletedAt").isString())
                .map(message -> message.path("content").asString())
                .toList();
    }

    private static List<String> items(String path, String field) {
        return speaker.get(path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> ids(Person... people) {
        return java.util.Arrays.stream(people).map(Person::id).toList();
    }
}
