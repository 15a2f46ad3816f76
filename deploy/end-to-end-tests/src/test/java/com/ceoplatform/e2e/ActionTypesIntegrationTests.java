package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.e2e.FaultProxy.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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

    private static Storekeeper keeper;
    private static Person marguerite;
    private static Person edmund;
    private static String depot;

    @BeforeAll
    static void hire() {
        Person ceo = RunningPlatform.get().ceo();
        keeper = new Storekeeper(ceo.hire("Wendelin Marsh", "manager", "Storage"));
        marguerite = ceo.hire("Marguerite Osei", "staff", "Haulage");
        edmund = ceo.hire("Edmund Falk", "staff", "Haulage");
        depot = keeper.person()
                .post("/channels", Map.of("name", "Granary", "privacy", "private", "memberIds", List.of(edmund.id())))
                .expect(201)
                .id();
        keeper.person()
                .post("/tasks", Map.of("title", "Ledger", "priority", "low"))
                .expect(201);
        keeper.person()
                .post("/tasks", Map.of("title", "Audit", "priority", "low"))
                .expect(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> keeper.person()
                        .post(
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
                () -> keeper.activeChannels("Orchard"),
                List.of(),
                List.of("Orchard"));
    }

    @Test
    void addsMembers() {
        prove(
                "channel.add_members",
                "add Marguerite to the Granary channel",
                ActionTypesIntegrationTests::members,
                ids(keeper.person(), edmund),
                ids(keeper.person(), edmund, marguerite));
    }

    @Test
    void removesMembers() {
        prove(
                "channel.remove_members",
                "remove Edmund from the Granary channel",
                ActionTypesIntegrationTests::members,
                ids(keeper.person(), edmund),
                ids(keeper.person()));
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
                () -> keeper.titles("wheat"),
                List.of(),
                List.of("Weigh the wheat"));
    }

    @Test
    void updatesTasks() {
        prove(
                "task.update",
                "set the priority of Ledger to urgent",
                () -> List.of(keeper.task("Ledger").path("priority").asString()),
                List.of("low"),
                List.of("urgent"));
    }

    @Test
    void makesTasksWait() {
        prove(
                "task.add_dependency",
                "Audit can't start until Ledger is done",
                () -> texts(keeper.task("Audit").path("blockedBy")),
                List.of(),
                List.of(keeper.task("Ledger").path("id").asString()));
    }

    @Test
    void commentsOnTasks() {
        prove(
                "task.comment",
                "comment on Ledger: the numbers are late",
                () -> keeper.items("/tasks/" + keeper.task("Ledger").path("id").asString() + "/comments", "content"),
                List.of(),
                List.of("the numbers are late"));
    }

    @Test
    void postsInChannels() {
        prove(
                "message.send",
                "post in the Granary channel that the gate is closed",
                () -> keeper.messages("/channels/" + depot + "/messages"),
                List.of(),
                List.of("the gate is closed"));
    }

    @Test
    void sendsDirectMessages() {
        prove(
                "message.send",
                "tell Marguerite that the scales are broken",
                keeper::directMessages,
                List.of(),
                List.of("the scales are broken"));
    }

    @Test
    void setsReminders() {
        prove(
                "reminder.create",
                "remind me on Friday at nine to call the miller",
                () -> keeper.items("/reminders", "about"),
                List.of(),
                List.of("call the miller"));
    }

    @Test
    void schedulesMeetings() {
        prove(
                "meeting.schedule",
                "schedule a meeting with Marguerite tomorrow at 10",
                () -> keeper.items("/meetings", "status"),
                List.of(),
                List.of("scheduled"));
    }

    @Test
    void asksForFiles() {
        prove(
                "file.request_upload",
                "upload the file harvest.pdf to the Granary channel",
                () -> keeper.items("/channels/" + depot + "/files?status=requested", "status"),
                List.of(),
                List.of("requested"));
    }

    /** Executed beside an action that fails, then alone, then undone. */
    private static void prove(
            String type, String order, Supplier<List<String>> state, List<String> before, List<String> after) {
        assertThat(state.get()).containsExactlyInAnyOrderElementsOf(before);
        FaultProxy tasks = RunningPlatform.get().between(PlatformService.TASK);
        tasks.trouble(call -> call.key().endsWith(":a1") && call.path().equals("/api/v1/tasks")
                ? Optional.of(REFUSED_LATER)
                : Optional.empty());
        JsonNode failed = keeper.say("Create a task called Stumbling block, and " + order, null);
        assertThat(types(failed)).as(failed.toString()).containsExactly("task.create", type);
        assertThat(failed.path("status").asString()).as(failed.toString()).isEqualTo("rolled_back");
        assertThat(failed.path("reply").asString()).contains("You may not do this.");
        assertThat(state.get()).as("after rolling back").containsExactlyInAnyOrderElementsOf(before);
        tasks.calm();

        JsonNode done = keeper.say(order, null);
        assertThat(types(done)).as(done.toString()).containsExactly(type);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        assertThat(state.get()).as("when done").containsExactlyInAnyOrderElementsOf(after);

        JsonNode undone = keeper.say("undo that", done.path("conversationId").asString());
        assertThat(undone.path("id")).isEqualTo(done.path("id"));
        assertThat(undone.path("status").asString()).as(undone.toString()).isEqualTo("undone");
        assertThat(state.get()).as("after undoing").containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<String> types(JsonNode command) {
        return command.path("plan")
                .path("actions")
                .valueStream()
                .map(action -> action.path("type").asString())
                .toList();
    }

    private static JsonNode channel() {
        return keeper.person().get("/channels/" + depot).expect(200).body();
    }

    private static List<String> members() {
        return keeper.items("/channels/" + depot + "/members", "userId");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> ids(Person... people) {
        return Arrays.stream(people).map(Person::id).toList();
    }
}
