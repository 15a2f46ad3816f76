package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a step.
 *
 * @param result what it made or changed; null for questions
 * @param effects what undoing needs
 * @param spoken the answer to a question, fit to be read aloud
 * @param data the same as figures
 */
public record ActionOutcome(
        @Nullable Reference result,
        List<Effect> effects,
        @Nullable String spoken,
        @Nullable JsonNode data) {

    public ActionOutcome {
        effects = List.copyOf(effects);
    }

    public static ActionOutcome of(Reference result, List<Effect> effects) {
        return new ActionOutcome(result, effects, null, null);
    }
}
