package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.dialogue.Mention;
import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.LanguageFiles;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.Confirmation;
import com.ceoplatform.voice.language.plan.ConfirmationPolicy;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.resolve.Salience;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes plans of what another interpreter read in a sentence: the same names, dates, questions and confirmations as the
 * grammar's. What the interpreter adds to the sentence is not accepted.
 */
public final class WordedReading {

    private final Map<String, Language> languages = new LinkedHashMap<>();
    private final ConfirmationPolicy policy = new ConfirmationPolicy();

    private WordedReading() {}

    public static WordedReading load() {
        WordedReading reading = new WordedReading();
        LanguageFiles.codes().forEach(code -> reading.languages.put(code, LanguageFiles.load(code)));
        return reading;
    }

    /** The sentence to be read: what is said now, or the one whose question it answers. */
    public String sentence(Utterance utterance, Dialogue dialogue) {
        PendingClarification pending = dialogue.clarification();
        return pending == null ? utterance.transcript() : pending.transcript();
    }

    /** A plan or a question; empty when the actions are not what the sentence says, or say too little. */
    public Optional<Interpretation> read(
            List<WordedAction> actions, Utterance utterance, Organisation organisation, Dialogue dialogue) {
        String sentence = sentence(utterance, dialogue);
        Grounding grounding = new Grounding(sentence);
        if (actions.isEmpty() || !actions.stream().allMatch(grounding::holds)) {
            return Optional.empty();
        }
        Language language = language(utterance.locale());
        Map<String, List<Reference>> bindings = bindings(language, utterance, organisation, dialogue);
        Dialogue known = dialogue.withoutPlans().settled();
        WordedLookup lookup = new WordedLookup(
                language,
                utterance.withTranscript(sentence),
                organisation,
                new Salience(known, utterance.context(), organisation),
                bindings);
        WordedSteps steps = new WordedSteps(lookup);
        if (!actions.stream().allMatch(steps::add)) {
            return Optional.empty();
        }
        return Optional.of(lookup.question()
                .map(unclear -> ask(
                        new Questions(language, organisation),
                        language.tokenizer().read(sentence),
                        unclear,
                        new PendingClarification(sentence, unclear.key(), bindings, unclear.candidates()),
                        steps.plan(),
                        known))
                .orElseGet(() -> planned(actions, steps.plan(), lookup.mentions(), organisation, known)));
    }

    private Language language(String locale) {
        String code = locale.length() < 2 ? "en" : locale.substring(0, 2).toLowerCase(Locale.ROOT);
        Language language = languages.get(code);
        return language != null ? language : languages.values().iterator().next();
    }

    private static Map<String, List<Reference>> bindings(
            Language language, Utterance utterance, Organisation organisation, Dialogue dialogue) {
        PendingClarification pending = dialogue.clarification();
        if (pending == null) {
            return Map.of();
        }
        Map<String, List<Reference>> bindings = new HashMap<>(pending.bindings());
        var answer = language.tokenizer().read(utterance.transcript());
        new AnswerReader(language, organisation)
                .choose(pending, answer)
                .or(() -> new FreeAnswers(language, organisation, utterance, dialogue).read(pending, answer))
                .ifPresent(chosen -> bindings.put(pending.key(), chosen));
        return bindings;
    }

    private static Interpretation ask(
            Questions questions,
            Transcript said,
            Unclear unclear,
            PendingClarification pending,
            List<PlannedAction> plan,
            Dialogue known) {
        return new Interpretation.NeedsClarification(
                questions.question(unclear, said), questions.candidates(unclear), plan, known.asking(pending));
    }

    /** What takes something away is read back first, as deleting is: another interpreter may have misunderstood. */
    private Interpretation planned(
            List<WordedAction> actions,
            List<PlannedAction> plan,
            List<Mention> mentions,
            Organisation organisation,
            Dialogue known) {
        boolean takesAway = actions.stream().anyMatch(WordedAction::takesAway);
        Optional<Confirmation> confirmation = policy.assess(plan, organisation, takesAway);
        return new Interpretation.Planned(
                plan, confirmation.orElse(null), known.planned(plan, mentions, confirmation.isPresent()));
    }
}
