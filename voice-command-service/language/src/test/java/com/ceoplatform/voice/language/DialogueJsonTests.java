package com.ceoplatform.voice.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.benchmark.BenchmarkOrganisation;
import com.ceoplatform.voice.language.dialogue.ActionResult;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DialogueJsonTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GrammarInterpreter INTERPRETER = GrammarInterpreter.load();
    private final BenchmarkOrganisation fixture = new BenchmarkOrganisation();

    @Test
    void comesBackFromStorageAsItWas() {
        Dialogue dialogue = say("Create a task for Sarah to write the plan by Friday and tell Mike it is on its way");
        assertThat(JSON.readValue(JSON.writeValueAsString(dialogue), Dialogue.class))
                .isEqualTo(dialogue);
    }

    @Test
    void keepsTheQuestionThatWaits() {
        Dialogue dialogue = say("Assign the press kit to Chris");
        assertThat(JSON.readValue(JSON.writeValueAsString(dialogue), Dialogue.class))
                .isEqualTo(dialogue);
        assertThat(dialogue.clarification()).isNotNull();
    }

    @Test
    void speaksOfTheRealThingOnceItIsMade() {
        Reference made = new Reference(ReferenceKind.TASK, "4711", "Write the plan");
        Dialogue dialogue = say("Create a task to write the plan").executed(List.of(new ActionResult("a1", made)));
        Utterance next = utterance("Assign it to Sarah");
        Interpretation read = INTERPRETER.interpret(next, fixture.organisation(), dialogue);
        assertThat(JSON.writeValueAsString(((Interpretation.Planned) read).actions()))
                .contains("4711");
    }

    private Dialogue say(String transcript) {
        return INTERPRETER
                .interpret(utterance(transcript), fixture.organisation(), Dialogue.EMPTY)
                .dialogue();
    }

    private Utterance utterance(String transcript) {
        return new Utterance(transcript, fixture.speaker(), fixture.now(), ClientContext.NONE, "en");
    }
}
