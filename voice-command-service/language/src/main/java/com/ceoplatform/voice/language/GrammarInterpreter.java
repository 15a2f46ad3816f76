package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.clause.Misheard;
import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.clause.SentenceReader;
import com.ceoplatform.voice.language.clause.Slips;
import com.ceoplatform.voice.language.compose.Composer;
import com.ceoplatform.voice.language.compose.Composer.Composed;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.LanguageFiles;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.Confirmation;
import com.ceoplatform.voice.language.plan.ConfirmationPolicy;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.resolve.Salience;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The built-in interpreter: intents from data files, no network, milliseconds. One instance serves all threads. */
public final class GrammarInterpreter implements Interpreter {

    private static final int LONGEST = 600;
    private static final double SURE_COMMAND = 6;

    private final Map<String, Language> languages;
    private final ConfirmationPolicy policy = new ConfirmationPolicy();

    private GrammarInterpreter(Map<String, Language> languages) {
        this.languages = languages;
    }

    /** Reads the intents of every language; fails when one of them is malformed. */
    public static GrammarInterpreter load() {
        Map<String, Language> languages = new LinkedHashMap<>();
        LanguageFiles.codes().forEach(code -> languages.put(code, LanguageFiles.load(code)));
        return new GrammarInterpreter(languages);
    }

    @Override
    public Interpretation interpret(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        Language language = language(utterance.locale());
        Transcript transcript = language.tokenizer().read(utterance.transcript());
        Dialogue known = dialogue.withoutPlans();
        if (transcript.size() == 0) {
            return new Interpretation.NotUnderstood("", language.text("nothing_heard"), known);
        }
        if (transcript.size() > LONGEST) {
            return new Interpretation.NotUnderstood("", language.text("too_long"), known);
        }
        PendingClarification pending = known.clarification();
        return pending == null
                ? read(language, utterance, transcript, organisation, known, Map.of())
                : answer(language, utterance, transcript, organisation, known, pending);
    }

    private Language language(String locale) {
        String code = locale.length() < 2 ? "en" : locale.substring(0, 2).toLowerCase(Locale.ROOT);
        Language language = languages.get(code);
        return language != null ? language : languages.values().iterator().next();
    }

    private Interpretation answer(
            Language language,
            Utterance utterance,
            Transcript transcript,
            Organisation organisation,
            Dialogue dialogue,
            PendingClarification pending) {
        SentenceReader reader =
                new SentenceReader(scene(language, utterance, transcript, organisation, dialogue, Map.of()));
        Optional<Order> whole = reader.whole();
        if (whole.isPresent() && whole.get().action().equals("dialogue.cancel")) {
            return new Interpretation.CancelPending(dialogue.settled());
        }
        int instead = reader.afterCancelling();
        if (instead > 0) {
            String other = transcript.text(instead, transcript.size());
            Utterance next = utterance.withTranscript(other);
            return read(language, next, language.tokenizer().read(other), organisation, dialogue.settled(), Map.of());
        }
        Optional<Interpretation> more = answerAndMore(language, utterance, transcript, organisation, dialogue, pending);
        if (more.isPresent()) {
            return more.get();
        }
        Optional<List<Reference>> chosen = new AnswerReader(language, organisation).choose(pending, transcript);
        if (chosen.isEmpty() && whole.filter(GrammarInterpreter::newCommand).isPresent()) {
            return read(language, utterance, transcript, organisation, dialogue.settled(), Map.of());
        }
        if (pending.key().startsWith("missing:when:")) {
            String both = pending.transcript() + " " + utterance.transcript();
            return read(
                    language,
                    utterance.withTranscript(both),
                    language.tokenizer().read(both),
                    organisation,
                    dialogue.settled(),
                    pending.bindings());
        }
        Optional<List<Reference>> answered =
                chosen.or(() -> new FreeAnswers(language, organisation, utterance, dialogue).read(pending, transcript));
        if (answered.isEmpty()) {
            return whole.isPresent() && pending.candidates().isEmpty()
                    ? read(language, utterance, transcript, organisation, dialogue.settled(), Map.of())
                    : askAgain(language, utterance, organisation, dialogue, pending);
        }
        Map<String, List<Reference>> bindings = new HashMap<>(pending.bindings());
        bindings.put(pending.key(), answered.get());
        Utterance first = utterance.withTranscript(pending.transcript());
        return read(
                language,
                first,
                language.tokenizer().read(first.transcript()),
                organisation,
                dialogue.settled(),
                bindings);
    }

    /** "The second one, and make it urgent": what is said behind the answer belongs to the sentence that was asked about. */
    private Optional<Interpretation> answerAndMore(
            Language language,
            Utterance utterance,
            Transcript transcript,
            Organisation organisation,
            Dialogue dialogue,
            PendingClarification pending) {
        AnswerReader answers = new AnswerReader(language, organisation);
        for (int end = 1; end < transcript.size() && !pending.candidates().isEmpty(); end++) {
            Optional<List<Reference>> chosen = answers.choose(pending, transcript.without(end, transcript.size()));
            Scene rest =
                    scene(language, utterance, transcript.without(0, end), organisation, dialogue.settled(), Map.of());
            if (chosen.isPresent() && new SentenceReader(rest).addition()) {
                Map<String, List<Reference>> bindings = new HashMap<>(pending.bindings());
                bindings.put(pending.key(), chosen.get());
                String both = pending.transcript() + ". " + transcript.text(end, transcript.size());
                return Optional.of(read(
                        language,
                        utterance.withTranscript(both),
                        language.tokenizer().read(both),
                        organisation,
                        dialogue.settled(),
                        bindings));
            }
        }
        return Optional.empty();
    }

    private static boolean newCommand(Order order) {
        return order.score() > SURE_COMMAND && order.action().contains(".") && order.clear();
    }

    private Interpretation askAgain(
            Language language,
            Utterance utterance,
            Organisation organisation,
            Dialogue dialogue,
            PendingClarification pending) {
        Utterance first = utterance.withTranscript(pending.transcript());
        return read(
                language,
                first,
                language.tokenizer().read(first.transcript()),
                organisation,
                dialogue.settled(),
                pending.bindings());
    }

    private static Scene scene(
            Language language,
            Utterance utterance,
            Transcript transcript,
            Organisation organisation,
            Dialogue dialogue,
            Map<String, List<Reference>> bindings) {
        Salience salience = new Salience(dialogue, utterance.context(), organisation);
        return new Scene(transcript, language, utterance, organisation, salience, dialogue.lastPlan(), bindings);
    }

    private Interpretation read(
            Language language,
            Utterance utterance,
            Transcript transcript,
            Organisation organisation,
            Dialogue dialogue,
            Map<String, List<Reference>> bindings) {
        Scene said = scene(language, utterance, transcript, organisation, dialogue, bindings);
        Scene heard = said.reading(Misheard.mended(said));
        Scene scene = heard.reading(Slips.mended(heard.reading(Asides.left(heard.transcript(), language))));
        SentenceReader reader = new SentenceReader(scene);
        Optional<Interpretation> act = reader.whole().flatMap(order -> act(order, dialogue));
        if (act.isPresent()) {
            return act.get();
        }
        Composed composed = new Composer(scene, reader).compose();
        if (composed == null) {
            return notUnderstood(language, transcript, dialogue);
        }
        return composed.question()
                .map(unclear -> ask(scene, composed, unclear, dialogue))
                .orElseGet(() -> planned(composed, organisation, dialogue));
    }

    private static Optional<Interpretation> act(Order order, Dialogue dialogue) {
        boolean waiting = dialogue.awaitingConfirmation() || dialogue.clarification() != null;
        return switch (order.action()) {
            case "dialogue.confirm" ->
                dialogue.awaitingConfirmation()
                        ? Optional.of(new Interpretation.ConfirmPending(dialogue.settled()))
                        : Optional.empty();
            case "dialogue.cancel" ->
                waiting
                        ? Optional.of(new Interpretation.CancelPending(dialogue.settled()))
                        : order.option("undo").map(yes -> new Interpretation.UndoLast(dialogue));
            case "dialogue.undo" ->
                Optional.of(
                        waiting
                                ? new Interpretation.CancelPending(dialogue.settled())
                                : new Interpretation.UndoLast(dialogue));
            default -> Optional.empty();
        };
    }

    private Interpretation notUnderstood(Language language, Transcript transcript, Dialogue dialogue) {
        String closest = new Suggestions(language).closest(transcript);
        return new Interpretation.NotUnderstood(closest, language.text("not_understood", closest), dialogue);
    }

    private static Interpretation ask(Scene scene, Composed composed, Unclear unclear, Dialogue dialogue) {
        Questions questions = new Questions(scene.language(), scene.organisation());
        PendingClarification pending = new PendingClarification(
                scene.utterance().transcript(), unclear.key(), scene.bindings(), unclear.candidates());
        return new Interpretation.NeedsClarification(
                questions.question(unclear, scene.transcript()),
                questions.candidates(unclear),
                composed.plan(),
                dialogue.asking(pending));
    }

    private Interpretation planned(Composed composed, Organisation organisation, Dialogue dialogue) {
        Optional<Confirmation> confirmation = policy.assess(composed.plan(), organisation, composed.deletion());
        return new Interpretation.Planned(
                composed.plan(),
                confirmation.orElse(null),
                dialogue.planned(composed.plan(), composed.mentions(), confirmation.isPresent()));
    }
}
