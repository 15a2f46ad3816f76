package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.e2e.FaultProxy.Call;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One sentence of ten actions of as many kinds as a sentence takes; what comes of it carries a name by which it is found in
 * the databases, whatever else happened there.
 *
 * @param name two words, unlike those of every other sentence
 */
record TenActions(Person speaker, String name) {

    static final List<String> TYPES = List.of(
            "channel.create",
            "task.create",
            "task.create",
            "task.add_dependency",
            "task.comment",
            "task.update",
            "message.send",
            "message.send",
            "meeting.schedule",
            "reminder.create");

    private static final Set<String> ENDED = Set.of("completed", "rolled_back", "failed", "partially_completed");

    static TenActions prepared(Person speaker, String name) {
        speaker.post("/tasks", Map.of("title", name + " tide table", "priority", "low"))
                .expect(201);
        TenActions sentence = new TenActions(speaker, name);
        await(sentence.sentence())
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sentence.planned()).isEqualTo(TYPES));
        return sentence;
    }

    String sentence() {
        return ("Create a private channel called # quay with Dorothea and Ignatius, "
                        + "create a task called # berth plan for Dorothea due Friday, "
                        + "create a task called # crane check for Ignatius due tomorrow, "
                        + "# crane check can't start until # berth plan is done, "
                        + "comment on # berth plan that the # pilot arrives early, "
                        + "set the priority of # tide table to urgent, "
                        + "post in # quay that # work begins today, "
                        + "tell Dorothea that the # berth is free, "
                        + "schedule a meeting about # tides with Dorothea and Ignatius tomorrow at 10, "
                        + "and remind me on Friday to call the # port office")
                .replace("#", name);
    }

    private List<String> planned() {
        JsonNode plan = speaker.post("/voice/commands", Map.of("transcript", sentence(), "dryRun", true))
                .expect(200)
                .body();
        return plan.path("plan")
                .path("actions")
                .valueStream()
                .map(action -> action.path("type").asString())
                .toList();
    }

    /** Says it and does not wait; answers the command's id. */
    String say() {
        return speaker.post("/voice/commands", Map.of("transcript", sentence()), Map.of("Prefer", "wait=0"))
                .id();
    }

    JsonNode command(String id) {
        return speaker.get("/voice/commands/" + id).expect(200).body();
    }

    JsonNode awaitEnd(String id) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> ENDED.contains(command(id).path("status").asString()));
        return command(id);
    }

    /** Whether a call is the one that carries out a step, counted from one. */
    boolean carriesOut(int step, Call call) {
        return call.speaker().equals(speaker.id())
                && (TYPES.get(step - 1).equals("task.update")
                        ? call.method().equals("PATCH")
                        : call.key().endsWith(":a" + step));
    }

    /** All of it is there, once, and nothing was made twice and removed again. */
    void assertDone() throws SQLException {
        assertThat(count("channel", "SELECT count(*) FROM channel WHERE name LIKE ?"))
                .isEqualTo(1);
        assertThat(count("channel", "SELECT member_count FROM channel WHERE status = 'ACTIVE' AND name LIKE ?"))
                .isEqualTo(3);
        assertThat(count("task", "SELECT count(*) FROM task WHERE title LIKE ?"))
                .isEqualTo(3);
        assertThat(count("task", "SELECT count(*) FROM task WHERE deleted_at IS NULL AND title LIKE ?"))
                .isEqualTo(3);
        assertThat(priority()).isEqualTo("urgent");
        assertThat(count(
                        "task",
                        "SELECT count(*) FROM task_dependency d JOIN task t ON t.id = d.task_id WHERE t.title LIKE ?"))
                .isEqualTo(1);
        assertThat(count("task", "SELECT count(*) FROM task_comment WHERE content LIKE ?"))
                .isEqualTo(1);
        assertThat(count("task", "SELECT count(*) FROM meeting WHERE cancelled_at IS NULL AND title LIKE ?"))
                .isEqualTo(1);
        assertThat(count("task", "SELECT count(*) FROM meeting WHERE title LIKE ?"))
                .isEqualTo(1);
        assertThat(count("message", "SELECT count(*) FROM message WHERE type = 'TEXT' AND content LIKE ?"))
                .isEqualTo(2);
        assertThat(count("notification", "SELECT count(*) FROM reminder WHERE status = 'SCHEDULED' AND about LIKE ?"))
                .isEqualTo(1);
        assertThat(count("notification", "SELECT count(*) FROM reminder WHERE about LIKE ?"))
                .isEqualTo(1);
    }

    /** None of it is there. */
    void assertNothingLeft() throws SQLException {
        assertThat(count("channel", "SELECT count(*) FROM channel WHERE status = 'ACTIVE' AND name LIKE ?"))
                .isZero();
        assertThat(count("task", "SELECT count(*) FROM task WHERE deleted_at IS NULL AND title LIKE ?"))
                .as("the tide table only")
                .isEqualTo(1);
        assertThat(priority()).isEqualTo("low");
        assertThat(count("task", "SELECT count(*) FROM meeting WHERE cancelled_at IS NULL AND title LIKE ?"))
                .isZero();
        assertThat(count("message", "SELECT count(*) FROM message WHERE deleted_at IS NULL AND content LIKE ?"))
                .isZero();
        assertThat(count("notification", "SELECT count(*) FROM reminder WHERE status = 'SCHEDULED' AND about LIKE ?"))
                .isZero();
    }

    private String priority() {
        return speaker.get("/tasks?q=tide&createdBy=" + speaker.id())
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(task -> task.path("title").asString().equals(name + " tide table"))
                .map(task -> task.path("priority").asString())
                .findFirst()
                .orElse("gone");
    }

    private long count(String role, String query) throws SQLException {
        try (Connection database = RunningPlatform.get().database(role);
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, "%" + name + "%");
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
