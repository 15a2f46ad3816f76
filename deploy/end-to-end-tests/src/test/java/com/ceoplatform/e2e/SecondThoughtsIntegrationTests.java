package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What happens between an order and its execution, and what an undo leaves alone. */
@ExtendWith(RunningPlatform.class)
class SecondThoughtsIntegrationTests {

    private static Storekeeper keeper;

    @BeforeAll
    static void hire() {
        keeper = new Storekeeper(RunningPlatform.get().ceo().hire("Ottoline Brandt", "manager", "Threshing"));
    }

    @Test
    void archivesSeveralOnlyAfterAYes() {
        keeper.channels("Barley", "Rye");
        JsonNode asked = keeper.say("archive the Barley and the Rye channels", null);
        assertThat(asked.path("status").asString()).as(asked.toString()).isEqualTo("awaiting_confirmation");
        assertThat(asked.path("confirmation").path("text").asString()).contains("2 channels", "Barley", "Rye");
        assertThat(keeper.activeChannels("Barley")).hasSize(1);
        String conversation = asked.path("conversationId").asString();

        JsonNode done = keeper.say("yes", conversation);

        assertThat(done.path("id")).isEqualTo(asked.path("id"));
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        assertThat(keeper.activeChannels("Barley")).isEmpty();
        assertThat(keeper.activeChannels("Rye")).isEmpty();
        assertThat(keeper.say("yes", conversation).path("status").asString()).isEqualTo("not_understood");
        assertThat(keeper.say("undo that", conversation).path("status").asString())
                .isEqualTo("undone");
        assertThat(keeper.activeChannels("Barley")).hasSize(1);
        assertThat(keeper.activeChannels("Rye")).hasSize(1);
    }

    @Test
    void dropsWhatIsNotConfirmed() {
        keeper.channels("Millet", "Spelt");
        JsonNode asked = keeper.say("archive the Millet and the Spelt channels", null);
        String conversation = asked.path("conversationId").asString();

        JsonNode dropped = keeper.say("no, cancel that", conversation);

        assertThat(dropped.path("id")).isEqualTo(asked.path("id"));
        assertThat(dropped.path("status").asString()).as(dropped.toString()).isEqualTo("cancelled");
        assertThat(keeper.say("yes", conversation).path("status").asString()).isEqualTo("not_understood");
        assertThat(keeper.activeChannels("Millet")).hasSize(1);
    }

    @Test
    void undoLeavesWhatSomebodyChangedSinceAndNamesIt() {
        JsonNode done =
                keeper.say("create a task called Grease the axles and create a task called Fill the sacks", null);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        keeper.person()
                .patch("/tasks/" + keeper.task("Fill the sacks").path("id").asString(), Map.of("status", "in_progress"))
                .expect(200);

        JsonNode undone = keeper.say("undo that", done.path("conversationId").asString());

        assertThat(undone.path("status").asString()).as(undone.toString()).isEqualTo("undone");
        assertThat(undone.path("reply").asString()).contains("Fill the sacks").doesNotContain("Grease");
        assertThat(keeper.titles("axles")).isEmpty();
        assertThat(keeper.titles("sacks")).hasSize(1);
    }
}
