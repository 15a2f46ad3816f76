package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a word may depend on while one utterance is read.
 *
 * @param bindings answers to questions that this utterance raised before, by key
 */
public record Scene(
        Transcript transcript,
        Language language,
        Utterance utterance,
        Organisation organisation,
        Salience salience,
        Map<String, List<Reference>> bindings) {

    public Optional<List<Reference>> bound(String key) {
        return Optional.ofNullable(bindings.get(key));
    }
}
