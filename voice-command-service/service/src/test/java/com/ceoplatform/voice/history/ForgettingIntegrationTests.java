package com.ceoplatform.voice.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VoiceServiceTest
class ForgettingIntegrationTests {

    private final Someone ceo = Someone.ceo();
    private final Someone other = Someone.staff();

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    @Autowired
    private Forgetting forgetting;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void teach() {
        platform.reset();
        interpreter.teach("create a content plan", Plans.task("a1", "Content plan", null));
    }

    @Test
    void forgetsEverythingThatASpeakerSaidAndNothingElse() {
        Answer first = api.say(ceo, "create a content plan");
        api.say(ceo, "something else", first.text("conversationId"));
        Answer others = api.say(other, "create a content plan");

        Answer forgotten = api.delete(ceo, "/voice/commands");

        assertThat(forgotten.status()).isEqualTo(200);
        assertThat(forgotten.body().path("deleted").asInt()).isEqualTo(2);
        assertThat(forgotten.body().path("executing").asInt()).isZero();
        assertThat(api.get(ceo, "/voice/commands").items("id")).isEmpty();
        assertThat(api.get(other, "/voice/commands").items("id"))
                .containsExactly(others.id().toString());
        assertThat(rows("conversation", "id", first.text("conversationId"))).isZero();
        assertThat(rows("command_action", "command_id", first.text("id"))).isZero();
        assertThat(platform.all("task")).as("what came of it stays").hasSize(2);
        assertThat(api.delete(ceo, "/voice/commands").body().path("deleted").asInt())
                .isZero();
    }

    @Test
    void forgetsAConversationWithItsLastCommand() {
        Answer first = api.say(ceo, "create a content plan");
        Answer second = api.say(ceo, "something else", first.text("conversationId"));

        assertThat(api.delete(ceo, "/voice/commands/" + first.id()).status()).isEqualTo(204);
        assertThat(rows("conversation", "id", first.text("conversationId"))).isOne();
        assertThat(api.delete(ceo, "/voice/commands/" + second.id()).status()).isEqualTo(204);
        assertThat(rows("conversation", "id", first.text("conversationId"))).isZero();
    }

    @Test
    void forgetsOnlyForTheirSpeaker() {
        Answer mine = api.say(ceo, "create a content plan");

        assertThat(api.delete(other, "/voice/commands/" + mine.id()).code()).isEqualTo("command_not_found");
        assertThat(api.send("DELETE", null, "/voice/commands", null).status()).isEqualTo(401);
        assertThat(api.get(ceo, "/voice/commands/" + mine.id()).status()).isEqualTo(200);
    }

    @Test
    void forgetsWhatWasKeptLongEnough() {
        Answer old = api.say(ceo, "create a content plan");
        Answer recent = api.say(ceo, "create a content plan");
        jdbc.sql("UPDATE command SET created_at = now() - interval '91 days' WHERE id = :id")
                .param("id", old.id())
                .update();

        forgetting.forgetOld();

        assertThat(api.get(ceo, "/voice/commands").items("id"))
                .containsExactly(recent.id().toString());
    }

    @Test
    void hasOneProcessOfTheClusterDoIt() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = :name")
                                .param("name", Retention.TASK)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private long rows(String table, String column, String id) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + column + " = :id")
                .param("id", UUID.fromString(id))
                .query(Long.class)
                .single();
    }
}
