package com.ceoplatform.voice.model;

import static com.ceoplatform.voice.model.Assisted.RIDDLE;
import static com.ceoplatform.voice.model.Assisted.action;
import static com.ceoplatform.voice.model.Assisted.nothing;
import static com.ceoplatform.voice.model.Assisted.plan;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpretation.NeedsClarification;
import com.ceoplatform.voice.language.Interpretation.NotUnderstood;
import com.ceoplatform.voice.language.Interpretation.Planned;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A model with manners, behind the real protocol. */
class AssistedInterpreterTests {

    private final Assisted assisted = new Assisted();

    @AfterEach
    void stop() {
        assisted.close();
    }

    @Test
    void theGrammarDoesNotUnderstandTheRiddle() {
        assertThat(assisted.grammar(RIDDLE)).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void asksForAPlanOfTheSchemaAndResolvesItsWords() {
        assisted.server().answer(plan(action("task.create", "wrap up the churn numbers", null, "sarah")));

        Planned plan = (Planned) assisted.interpret(RIDDLE);

        Parameters.CreateTask task =
                (Parameters.CreateTask) plan.actions().getFirst().parameters();
        assertThat(task.title()).isEqualTo("wrap up the churn numbers");
        assertThat(task.assignees()).extracting(Reference::id).containsExactly("p1");
        assertThat(assisted.counted("used")).isOne();

        JsonNode question = assisted.server().questions().getFirst();
        assertThat(question.path("model").asString()).isEqualTo("test-model");
        assertThat(assisted.server().tokens()).containsExactly("Bearer key");
        JsonNode format = question.path("response_format");
        assertThat(format.path("type").asString()).isEqualTo("json_schema");
        assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
        assertThat(format.path("json_schema").path("schema").path("required")).hasSize(2);
        assertThat(question.path("messages").get(1).path("role").asString()).isEqualTo("user");
        assertThat(question.path("messages").get(1).path("content").asString()).isEqualTo(RIDDLE);
    }

    @Test
    void sendsNothingOfTheOrganisation() {
        assisted.server().answer(nothing());

        assisted.interpret(RIDDLE);

        assertThat(assisted.server().questions().getFirst().toString()).doesNotContain("Chen", "Reed", "p1", "Finance");
    }

    @Test
    void theSchemaKnowsEveryActionAndEveryField() {
        JsonNode schema = ChatServer.MAPPER
                .readTree(new Question("any").about("x"))
                .path("response_format")
                .path("json_schema")
                .path("schema");
        JsonNode action = schema.path("properties").path("actions").path("items");

        assertThat(action.path("properties")
                        .path("type")
                        .path("enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ActionType.values()).map(ActionType::wire).toList());
        assertThat(action.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(action.path("properties").propertyNames());
        assertThat(action.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(action(ActionType.TASK_CREATE.wire(), "x", null).propertyNames())
                .containsExactlyInAnyOrderElementsOf(action.path("properties").propertyNames());
    }

    @Test
    void doesNotAskForWhatTheGrammarUnderstands() {
        assertThat(assisted.interpret("create a task called press kit")).isInstanceOf(Planned.class);
        assertThat(assisted.server().questions()).isEmpty();
    }

    @Test
    void asksTheSpeakerLikeTheGrammarDoes() {
        assisted.person("p3", "Sarah Lund", "Legal");
        assisted.server().answer(plan(action("task.create", "wrap up the churn numbers", null, "sarah")));

        NeedsClarification asked = (NeedsClarification) assisted.interpret(RIDDLE);
        assertThat(asked.candidates()).hasSize(2);

        Interpretation answered = assisted.interpret("the one in legal", asked.dialogue());
        assertThat(answered).isInstanceOf(Planned.class);
        assertThat(((Planned) answered).actions().toString()).contains("p3").doesNotContain("p1");
    }
}
