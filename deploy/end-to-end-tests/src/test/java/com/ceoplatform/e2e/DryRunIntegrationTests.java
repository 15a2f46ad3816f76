package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A dry run plans, asks and remembers as the real thing does, in the organisation as it is at that moment. */
@ExtendWith(RunningPlatform.class)
class DryRunIntegrationTests {

    private static final String DEPARTMENT = "Glassblowing";

    private static Person ceo;

    @BeforeAll
    static void login() {
        ceo = RunningPlatform.get().ceo();
    }

    @Test
    void knowsWhatHasJustBeenCreated() {
        for (String name : List.of("Wilhelmina", "Bartholomew", "Thaddeus")) {
            String person = ceo.hire(name + " Quill", "staff", DEPARTMENT).id();
            JsonNode given = dry("Give " + name + " a task to polish the lens", null);
            assertThat(planned(given).at("/assignees/0/id").asString())
                    .as(given.toString())
                    .isEqualTo(person);

            String channel = ceo.post("/channels", Map.of("name", name + " Furnace", "type", "project"))
                    .expect(201)
                    .id();
            JsonNode archived = dry("Archive the " + name + " Furnace channel", null);
            assertThat(planned(archived).at("/channel/id").asString())
                    .as(archived.toString())
                    .isEqualTo(channel);

            String task = ceo.post("/tasks", Map.of("title", "Melt the " + name + " sand"))
                    .expect(201)
                    .id();
            JsonNode done = dry("Mark melt the " + name + " sand as done", null);
            assertThat(planned(done).at("/tasks/0/id").asString())
                    .as(done.toString())
                    .isEqualTo(task);
        }
    }

    @Test
    void goesOnFromWhatWasOnlyPlanned() {
        String person = ceo.hire("Seraphina Glaze", "staff", DEPARTMENT).id();
        JsonNode made = dry("Make a task to anneal the goblets", null);
        String conversation = made.path("conversationId").asString();
        JsonNode given = dry("Seraphina can do that by Monday", conversation);
        JsonNode moved = dry("no, make it Tuesday", conversation);
        JsonNode undone = dry("undo that", conversation);

        assertThat(planned(given).at("/tasks/0/label").asString()).isEqualTo("Anneal the goblets");
        assertThat(planned(given).at("/assignees/0/id").asString()).isEqualTo(person);
        assertThat(planned(moved).at("/tasks/0")).isEqualTo(planned(given).at("/tasks/0"));
        assertThat(planned(moved).path("dueAt").asString()).contains("T17:00:00");
        assertThat(undone.path("status").asString()).isEqualTo("planned");
        assertThat(undone.at("/plan/actions").isArray()).isTrue();
        assertThat(undone.at("/plan/actions")).isEmpty();
        assertThat(ceo.get("/tasks?q=goblets").body().path("items")).isEmpty();
    }

    @Test
    void asksWhereTheRealOneWouldAskAndTakesTheAnswerEitherWay() {
        ceo.hire("Octavia Kiln", "staff", DEPARTMENT);
        String second = ceo.hire("Octavia Marsh", "staff", "Glazing").id();
        String channel = ceo.post("/channels", Map.of("name", "Goblet Room", "type", "project"))
                .expect(201)
                .id();
        Map<String, ?> here = Map.of("channelId", channel);

        JsonNode asked = command("Add Octavia to this channel", null, here);
        assertThat(asked.path("status").asString()).as(asked.toString()).isEqualTo("awaiting_clarification");
        assertThat(asked.at("/clarification/candidates")).hasSize(2);
        JsonNode answered = ceo.post(
                        "/voice/commands/" + asked.path("id").asString() + "/answer",
                        Map.of("answer", "the one in glazing"))
                .expect(200)
                .body();
        JsonNode again = command("Add Octavia to this channel", null, here);
        JsonNode spoken = dry("Octavia Marsh", again.path("conversationId").asString());

        for (JsonNode added : List.of(answered, spoken)) {
            assertThat(planned(added).at("/channel/id").asString())
                    .as(added.toString())
                    .isEqualTo(channel);
            assertThat(planned(added).at("/members/0/id").asString()).isEqualTo(second);
        }
        assertThat(members(channel)).doesNotContain(second);
    }

    @Test
    void readsBackWhatTheRealOneWouldAndDoesNothingAfterAYes() {
        for (String name : List.of("Crucible", "Bellows")) {
            ceo.post("/channels", Map.of("name", name, "type", "project")).expect(201);
        }

        JsonNode asked = dry("Archive the Crucible and the Bellows channels", null);
        JsonNode said = dry("yes", asked.path("conversationId").asString());

        assertThat(asked.path("status").asString()).as(asked.toString()).isEqualTo("awaiting_confirmation");
        assertThat(asked.at("/confirmation/text").asString()).contains("2 channels");
        assertThat(said.path("id")).isEqualTo(asked.path("id"));
        assertThat(said.path("status").asString()).isEqualTo("planned");
        assertThat(ceo.get("/channels?q=Crucible&status=active").body().path("items"))
                .hasSize(1);
    }

    private static List<String> members(String channel) {
        return StreamSupport.stream(
                        ceo.get("/channels/" + channel + "/members")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .map(member -> member.path("userId").asString())
                .toList();
    }

    private static JsonNode planned(JsonNode command) {
        assertThat(command.path("status").asString()).as(command.toString()).isEqualTo("planned");
        return command.at("/plan/actions/0/parameters");
    }

    private static JsonNode dry(String transcript, @Nullable String conversation) {
        return command(transcript, conversation, Map.of());
    }

    private static JsonNode command(String transcript, @Nullable String conversation, Map<String, ?> context) {
        Map<String, Object> body = new HashMap<>(Map.of("transcript", transcript, "dryRun", true, "context", context));
        if (conversation != null) {
            body.put("conversationId", conversation);
        }
        return ceo.post("/voice/commands", body).expect(200).body();
    }
}
