package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.References;
import com.ceoplatform.voice.language.plan.ReplyWriter;
import com.ceoplatform.voice.language.resolve.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A plan while it is made. */
final class Draft {

    private record Step(ActionType type, Parameters parameters) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private boolean deletion;
    private int stepsBefore;
    private int questionsBefore;

    /** The id of the new step; saying the same twice does it once. */
    String add(ActionType type, Parameters parameters) {
        Step step = new Step(type, parameters);
        int said = type == ActionType.TASK_CREATE ? -1 : steps.indexOf(step);
        if (said >= 0) {
            return "a" + (said + 1);
        }
        steps.add(step);
        return "a" + steps.size();
    }

    /** What is added from here on is one order, which the next may correct. */
    void begin() {
        stepsBefore = steps.size();
        questionsBefore = unclear.size();
    }

    /** The order before was a slip of the tongue. False when nothing was ordered before. */
    boolean forgetLastOrder() {
        boolean some = steps.size() > stepsBefore || unclear.size() > questionsBefore;
        steps.subList(stepsBefore, steps.size()).clear();
        unclear.subList(questionsBefore, unclear.size()).clear();
        return some;
    }

    /** A question that was answered in the same breath. */
    void settle(String key) {
        unclear.removeIf(question -> question.key().equals(key));
    }

    void replace(int index, Parameters parameters) {
        steps.set(index, new Step(steps.get(index).type(), parameters));
    }

    void removeLast() {
        if (!steps.isEmpty()) {
            steps.removeLast();
        }
    }

    int size() {
        return steps.size();
    }

    Parameters at(int index) {
        return steps.get(index).parameters();
    }

    @Nullable
    Parameters last() {
        return steps.isEmpty() ? null : steps.getLast().parameters();
    }

    /** Of the last step; there must be one. */
    ActionType lastType() {
        return steps.getLast().type();
    }

    static int index(Reference action) {
        return Integer.parseInt(action.id().substring(1)) - 1;
    }

    /** The step that makes what the reference points at, when it is of that kind. */
    <T extends Parameters> Optional<T> made(Reference reference, Class<T> kind) {
        return reference.isAction()
                ? Optional.of(at(index(reference))).filter(kind::isInstance).map(kind::cast)
                : Optional.empty();
    }

    void ask(Unclear question) {
        unclear.add(question);
    }

    Optional<Unclear> question() {
        return unclear.stream().findFirst();
    }

    void deleting() {
        deletion = true;
    }

    boolean deletion() {
        return deletion;
    }

    /** What the last step does, as news. */
    Optional<String> told() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new ReplyWriter().done(List.of(plan().getLast())));
    }

    /** The plan, each action with what it needs done before. */
    List<PlannedAction> plan() {
        List<PlannedAction> plan = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String id = "a" + (i + 1);
            TreeSet<Integer> needs = new TreeSet<>();
            References.of(step.parameters()).filter(Reference::isAction).forEach(it -> needs.add(index(it)));
            plan.add(new PlannedAction(
                    id,
                    step.type(),
                    step.parameters(),
                    needs.stream().map(index -> "a" + (index + 1)).toList()));
        }
        return plan;
    }
}
