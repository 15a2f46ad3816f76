package com.ceoplatform.voice.language.plan;

import java.util.ArrayList;
import java.util.List;

/** The sentence that asks for a confirmation: what, how many, whom it touches. */
final class ReadBack {

    private ReadBack() {}

    static String of(List<PlannedAction> plan, List<String> archived, int people) {
        List<String> parts = new ArrayList<>();
        if (!archived.isEmpty()) {
            parts.add("archive " + Phrases.count(archived.size(), "channel") + ": " + Phrases.list(archived));
        }
        plan.stream()
                .filter(action -> action.type() != ActionType.CHANNEL_ARCHIVE)
                .map(ActionPhrases::infinitive)
                .forEach(parts::add);
        String touched = people > 0 ? " That touches " + Phrases.count(people, "person") + "." : "";
        return "Shall I " + Phrases.list(parts) + "?" + touched;
    }
}
