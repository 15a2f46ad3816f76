package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a word may depend on while one utterance is read.
 *
 * @param lastPlan what the sentence before this one became, for "do the same"
 * @param bindings answers to questions that this utterance raised before, by key
 */
public record Scene(
        Transcript transcript,
        Language language,
        Utterance utterance,
        Organisation organisation,
        Salience salience,
        List<PlannedAction> lastPlan,
        Map<String, List<Reference>> bindings) {

    /** Words that join a sentence and are not part of the name ("the press kit to Mike"). */
    boolean swallows(String said, String name) {
        List<String> own = Words.of(name);
        return Words.of(said).stream()
                .anyMatch(word -> language.words("never_in_names").contains(word) && !own.contains(word));
    }

    /** The same moment, with other words. */
    public Scene reading(Transcript other) {
        return new Scene(other, language, utterance, organisation, salience, lastPlan, bindings);
    }

    public Optional<List<Reference>> bound(String key) {
        return Optional.ofNullable(bindings.get(key));
    }
}
