package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.plan.Confirmation;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an utterance. Each carries the conversation as it is afterwards. */
public sealed interface Interpretation {

    Dialogue dialogue();

    /**
     * A complete plan.
     *
     * @param confirmation what to read back before anything runs; null when the plan may run at once. The dialogue then
     *     already waits for a yes or no.
     */
    record Planned(List<PlannedAction> actions, @Nullable Confirmation confirmation, Dialogue dialogue)
            implements Interpretation {}

    /**
     * One thing is missing or ambiguous.
     *
     * @param candidates what it may be; empty when the answer is free text
     * @param partialPlan the plan as far as it is known
     */
    record NeedsClarification(
            String question, List<Candidate> candidates, List<PlannedAction> partialPlan, Dialogue dialogue)
            implements Interpretation {}

    /** One possible answer, with what tells it from the others. */
    record Candidate(Reference reference, String description) {}

    /**
     * Not a command for this platform.
     *
     * @param suggestion the closest thing that could be said, as a sentence
     */
    record NotUnderstood(String suggestion, String reply, Dialogue dialogue) implements Interpretation {}

    /** "Yes": run the plan that waits for confirmation. */
    record ConfirmPending(Dialogue dialogue) implements Interpretation {}

    /** "No, cancel that": drop the plan or the question that waits. */
    record CancelPending(Dialogue dialogue) implements Interpretation {}

    /** "Undo that": undo the conversation's last executed command. */
    record UndoLast(Dialogue dialogue) implements Interpretation {}
}
