package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Questions are answered with figures from real data: a sentence to be read aloud and the figures beside it. */
@ExtendWith(RunningPlatform.class)
class QuestionsIntegrationTests {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static Person boss;
    private static Person petra;
    private static Person quentin;
    private static String channel;

    /** What the boss sees of others' tasks in public channels. */
    private static JsonNode dayBefore;

    /** Of eight tasks in the channel two are completed, one is cancelled, five are open. */
    @BeforeAll
    static void work() {
        Person ceo = RunningPlatform.get().ceo();
        boss = ceo.hire("Hortensia Vale", "manager", "Quarry");
        petra = ceo.hire("Petronella Stone", "staff", "Quarry");
        quentin = ceo.hire("Quentin Rook", "staff", "Quarry");
        channel = boss.post(
                        "/channels",
                        Map.of("name", "Basalt", "privacy", "private", "memberIds", List.of(petra.id(), quentin.id())))
                .expect(201)
                .id();
        dayBefore = boss.get("/tasks/reports/daily-summary").expect(200).body();
        ZonedDateTime now = ZonedDateTime.now(ZONE);
        task("Survey the pit", petra, now.plusDays(20), "completed");
        task("Order the drills", petra, now.plusDays(20), "completed");
        task("Paint the fence", quentin, now.plusDays(20), "cancelled");
        task("Sharpen the chisels", petra, now.minusDays(1), "in_progress");
        task("Load the wagons", petra, now.plusDays(1).with(LocalTime.NOON), "pending");
        task("Weigh the stones", petra, now.plusDays(20), "review");
        task("Oil the winch", quentin, now.minusDays(2), "pending");
        task("Mark the ledge", null, null, "pending");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode planned = boss.post(
                            "/voice/commands",
                            Map.of("transcript", "Show me all completed tasks in Basalt", "dryRun", true))
                    .body();
            assertThat(planned.path("status").asString()).as(planned.toString()).isEqualTo("planned");
        });
    }

    private static void task(String title, Person assignee, ZonedDateTime due, String status) {
        Map<String, Object> body = new HashMap<>(Map.of("title", title, "channelId", channel));
        if (assignee != null) {
            body.put("assigneeIds", List.of(assignee.id()));
        }
        if (due != null) {
            body.put("dueAt", due.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        String id = boss.post("/tasks", body).expect(201).id();
        if (!status.equals("pending")) {
            boss.patch("/tasks/" + id, Map.of("status", status)).expect(200);
        }
    }

    @Test
    void progressOfAChannel() {
        JsonNode answer = ask("How is Basalt going?", "query.progress");

        assertThat(reply(answer))
                .isEqualTo("Basalt is 28 percent complete: 2 of 7 tasks done, 1 in progress, 1 in review, 2 overdue.");
        assertThat(figures(answer).path("percentComplete").asInt()).isEqualTo(28);
        assertThat(figures(answer).path("figures").path("total").asInt()).isEqualTo(8);
        assertThat(figures(answer).path("figures").path("overdue").asInt()).isEqualTo(2);
    }

    @Test
    void statusOfATeam() {
        JsonNode answer = ask("What's the status of the quarry team?", "query.team_status");

        assertThat(reply(answer))
                .isEqualTo("Petronella Stone has 3 open tasks, 1 overdue; Quentin Rook has 1 open task, 1 overdue.");
        assertThat(figures(answer)
                        .path("people")
                        .valueStream()
                        .map(person -> person.path("userId").asString()))
                .contains(petra.id(), quentin.id());
    }

    @Test
    void workloadOfAPerson() {
        JsonNode answer = ask("What is Petronella's workload?", "query.workload");

        assertThat(reply(answer)).isEqualTo("Petronella Stone has 3 open tasks, 1 overdue.");
        assertThat(figures(answer).path("people").size()).isOne();
        assertThat(figures(answer).path("people").path(0).path("open").asInt()).isEqualTo(3);
        assertThat(figures(answer).path("people").path(0).path("inReview").asInt())
                .isOne();
    }

    @Test
    void tasksOfAPerson() {
        JsonNode answer = ask("Show me Petronella's open tasks", "query.tasks");

        assertThat(reply(answer)).isEqualTo("3 tasks: Sharpen the chisels, Load the wagons, Weigh the stones.");
        assertThat(figures(answer).path("count").asInt()).isEqualTo(3);
        assertThat(figures(answer).path("tasks").path(0).path("title").asString())
                .isEqualTo("Sharpen the chisels");
    }

    @Test
    void tasksByStatus() {
        JsonNode answer = ask("Show me all completed tasks in Basalt", "query.tasks");

        assertThat(figures(answer).path("count").asInt()).isEqualTo(2);
        assertThat(reply(answer))
                .startsWith("2 tasks: ")
                .contains("Survey the pit of Petronella Stone", "Order the drills of Petronella Stone");
    }

    @Test
    void tasksThatNobodyHas() {
        JsonNode answer = ask("Show me the unassigned tasks in Basalt", "query.tasks");

        assertThat(reply(answer)).isEqualTo("1 task: Mark the ledge.");
        assertThat(figures(answer).path("count").asInt()).isOne();
    }

    @Test
    void tasksWithoutADeadline() {
        JsonNode answer = ask("Which tasks in Basalt have no deadline?", "query.tasks");

        assertThat(figures(answer).path("count").asInt()).isOne();
        assertThat(figures(answer).path("tasks").path(0).path("title").asString())
                .isEqualTo("Mark the ledge");
    }

    @Test
    void tasksThatAreOverdue() {
        JsonNode answer = ask("What is overdue in Basalt?", "query.tasks");

        assertThat(reply(answer))
                .isEqualTo("2 tasks: Oil the winch of Quentin Rook, Sharpen the chisels of Petronella Stone.");
        assertThat(figures(answer).path("count").asInt()).isEqualTo(2);
    }

    @Test
    void tasksByDueDate() {
        JsonNode answer = ask("Which tasks in Basalt are due tomorrow?", "query.tasks");

        assertThat(reply(answer)).isEqualTo("1 task: Load the wagons of Petronella Stone.");
    }

    @Test
    void theDay() {
        JsonNode answer = ask("Give me my daily summary", "query.daily_summary");

        int created = dayBefore.path("createdToday").asInt() + 8;
        int completed = dayBefore.path("completedToday").asInt() + 2;
        assertThat(reply(answer))
                .startsWith("Due today: ")
                .contains("%d completed and %d created today.".formatted(completed, created));
        assertThat(figures(answer).path("createdToday").asInt()).isEqualTo(created);
        assertThat(figures(answer).path("completedToday").asInt()).isEqualTo(completed);
        assertThat(figures(answer).path("overdue").size())
                .isEqualTo(dayBefore.path("overdue").size() + 2);
    }

    @Test
    void aQuestionChangesNothingAndCannotBeUndone() {
        JsonNode answer = ask("How is Basalt going?", "query.progress");

        assertThat(answer.path("undoableUntil").isNull()).isTrue();
        boss.post("/voice/commands/" + answer.path("id").asString() + "/undo", "{}")
                .problem(409, "not_undoable");
    }

    private static JsonNode ask(String question, String type) {
        JsonNode answer = boss.say(question).expect(200).body();
        assertThat(answer.path("status").asString()).as(answer.toString()).isEqualTo("completed");
        assertThat(answer.path("plan").path("actions").path(0).path("type").asString())
                .isEqualTo(type);
        return answer;
    }

    private static String reply(JsonNode answer) {
        return answer.path("reply").asString();
    }

    private static JsonNode figures(JsonNode answer) {
        return answer.path("data").path(0).path("figures");
    }
}
