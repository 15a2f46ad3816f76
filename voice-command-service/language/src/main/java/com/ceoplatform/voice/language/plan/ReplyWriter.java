package com.ceoplatform.voice.language.plan;

import java.util.ArrayList;
import java.util.List;

/** Tells in one sentence what a plan did. Queries are answered with figures by whoever has them. */
public final class ReplyWriter {

    private static final int NAMED = 3;

    /** "Created the channel Spring Launch and 1 task." */
    public String done(List<PlannedAction> plan) {
        List<PlannedAction> orders =
                plan.stream().filter(action -> !action.type().isQuery()).toList();
        if (orders.isEmpty()) {
            return "";
        }
        if (orders.size() == 1) {
            return sentence(ActionPhrases.done(orders.getFirst()));
        }
        List<String> parts = new ArrayList<>();
        for (ActionType type : ActionType.values()) {
            List<PlannedAction> same =
                    orders.stream().filter(action -> action.type() == type).toList();
            parts.addAll(parts(type, same));
        }
        return sentence(String.join(", ", joined(parts)));
    }

    /** "Shall I ...?" for a plan that was only planned. */
    public String planned(List<PlannedAction> plan) {
        return sentence("I would "
                + Phrases.list(plan.stream().map(ActionPhrases::infinitive).toList()));
    }

    private static List<String> parts(ActionType type, List<PlannedAction> same) {
        if (same.isEmpty()) {
            return List.of();
        }
        if (type == ActionType.TASK_CREATE) {
            return List.of("created " + Phrases.count(same.size(), "task"));
        }
        if (type == ActionType.MESSAGE_SEND && same.size() > 1) {
            return List.of("sent " + Phrases.count(same.size(), "message"));
        }
        return same.size() > NAMED
                ? List.of(ActionPhrases.done(same.getFirst()) + " and " + (same.size() - 1) + " more")
                : same.stream().map(ActionPhrases::done).toList();
    }

    /** "created the channel A", "created 1 task" becomes "created the channel A and 1 task". */
    private static List<String> joined(List<String> parts) {
        List<String> joined = new ArrayList<>();
        for (String part : parts) {
            String verb = part.substring(0, part.indexOf(' ') + 1);
            if (!joined.isEmpty() && joined.getLast().startsWith(verb)) {
                joined.add(joined.removeLast() + " and " + part.substring(verb.length()));
            } else {
                joined.add(part);
            }
        }
        if (joined.size() > 1) {
            joined.add("and " + joined.removeLast());
        }
        return joined;
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
