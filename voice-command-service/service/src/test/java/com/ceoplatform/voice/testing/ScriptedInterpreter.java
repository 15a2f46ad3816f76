package com.ceoplatform.voice.testing;

import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpreter;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.PlannedAction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Understands the sentences that a test has taught it, so that a test is about execution and not about language. */
public final class ScriptedInterpreter implements Interpreter {

    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();

    /** What a sentence means, given the conversation so far. */
    public interface Meaning {

        Interpretation in(Dialogue dialogue, Organisation organisation);
    }

    public void teach(String sentence, Meaning meaning) {
        meanings.put(sentence, meaning);
    }

    public void teach(String sentence, PlannedAction... plan) {
        teach(
                sentence,
                (dialogue, organisation) -> new Interpretation.Planned(
                        List.of(plan), null, dialogue.planned(List.of(plan), List.of(), false)));
    }

    @Override
    public Interpretation interpret(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        return switch (utterance.transcript()) {
            case "yes" -> new Interpretation.ConfirmPending(dialogue.settled());
            case "no" -> new Interpretation.CancelPending(dialogue.settled());
            case "undo that" -> new Interpretation.UndoLast(dialogue);
            default ->
                meanings.getOrDefault(
                                utterance.transcript(),
                                (known, ignored) -> new Interpretation.NotUnderstood(
                                        "create a task", "I did not understand that.", known))
                        .in(dialogue, organisation);
        };
    }
}
