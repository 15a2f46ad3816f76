package com.ceoplatform.voice.testing;

import static java.util.Objects.requireNonNull;

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
    private final Map<String, Utterance> heard = new ConcurrentHashMap<>();

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

    /** With what around it a sentence was said last. */
    public Utterance heard(String sentence) {
        return requireNonNull(heard.get(sentence), sentence);
    }

    @Override
    public Interpretation interpret(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        heard.put(utterance.transcript(), utterance);
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
