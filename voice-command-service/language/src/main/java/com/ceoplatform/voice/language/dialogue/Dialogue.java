package com.ceoplatform.voice.language.dialogue;

import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one conversation: immutable, and plain JSON when stored.
 *
 * @param mentions what was named, most recent first
 * @param lastPlan the actions of the last command that was planned
 * @param clarification the question that waits for an answer, if any
 * @param awaitingConfirmation the last plan waits for a yes
 */
public record Dialogue(
        List<Mention> mentions,
        List<PlannedAction> lastPlan,
        @Nullable PendingClarification clarification,
        boolean awaitingConfirmation) {

    private static final int REMEMBERED = 24;

    public static final Dialogue EMPTY = new Dialogue(List.of(), List.of(), null, false);

    public Dialogue {
        mentions = List.copyOf(mentions);
        lastPlan = List.copyOf(lastPlan);
    }

    /** After a plan: its mentions come before all earlier ones, and no question waits any more. */
    public Dialogue planned(List<PlannedAction> plan, List<Mention> named, boolean awaiting) {
        List<Mention> all = new ArrayList<>(named);
        all.addAll(mentions);
        return new Dialogue(all.subList(0, Math.min(all.size(), REMEMBERED)), plan, null, awaiting);
    }

    public Dialogue asking(PendingClarification question) {
        return new Dialogue(mentions, lastPlan, question, false);
    }

    /** After a yes, a no or anything else that ends the waiting. */
    public Dialogue settled() {
        return new Dialogue(mentions, lastPlan, null, false);
    }

    /** Puts what the actions brought into being in place of the actions, so that "it" is the real thing. */
    public Dialogue executed(List<ActionResult> results) {
        Map<String, Reference> byAction = new HashMap<>();
        results.forEach(result -> byAction.put(result.actionId(), result.reference()));
        List<Mention> real = mentions.stream()
                .map(mention -> new Mention(mention.references().stream()
                        .map(reference ->
                                reference.isAction() ? byAction.getOrDefault(reference.id(), reference) : reference)
                        .toList()))
                .toList();
        return new Dialogue(real, lastPlan, clarification, awaitingConfirmation);
    }

    /**
     * What an earlier plan would have made but did not (a dry run) can still be spoken of: it keeps its name under an id
     * {@code planned:<n>}, which no service knows.
     */
    public Dialogue withoutPlans() {
        List<Mention> named = mentions.stream()
                .map(mention -> new Mention(
                        mention.references().stream().map(this::planned).toList()))
                .toList();
        return new Dialogue(named, lastPlan, clarification, awaitingConfirmation);
    }

    private Reference planned(Reference reference) {
        if (!reference.isAction()) {
            return reference;
        }
        boolean channel = lastPlan.stream()
                .anyMatch(action -> action.id().equals(reference.id()) && action.type() == ActionType.CHANNEL_CREATE);
        return new Reference(
                channel ? ReferenceKind.CHANNEL : ReferenceKind.TASK, "planned:" + reference.id(), reference.label());
    }

    /** The last mention whose references are all of that kind. */
    public Optional<Mention> last(ReferenceKind kind) {
        return mentions.stream()
                .filter(mention -> !mention.references().isEmpty()
                        && mention.references().stream().allMatch(reference -> reference.kind() == kind))
                .findFirst();
    }
}
