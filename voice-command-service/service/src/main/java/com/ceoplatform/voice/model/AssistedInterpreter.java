package com.ceoplatform.voice.model;

import com.ceoplatform.voice.config.ModelSettings;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpretation.NeedsClarification;
import com.ceoplatform.voice.language.Interpretation.NotUnderstood;
import com.ceoplatform.voice.language.Interpretation.Planned;
import com.ceoplatform.voice.language.Interpreter;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.WordedAction;
import com.ceoplatform.voice.language.WordedReading;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.language.organisation.Organisation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The grammar first; what it does not understand, or only to a word that nobody knows, a language model may read. The model
 * gives words, never ids: they go through the same search for names, the same questions and the same confirmations. Whatever
 * goes wrong, the grammar's answer counts.
 */
public final class AssistedInterpreter implements Interpreter {

    private static final Logger LOG = LoggerFactory.getLogger(AssistedInterpreter.class);

    private final Interpreter grammar;
    private final WordedReading reading;
    private final ChatModel model;
    private final Question question;
    private final MeterRegistry meters;

    public AssistedInterpreter(
            Interpreter grammar, WordedReading reading, ModelSettings settings, MeterRegistry meters, Clock clock) {
        this.grammar = grammar;
        this.reading = reading;
        this.model = new ChatModel(settings, clock);
        this.question = new Question(settings.name());
        this.meters = meters;
    }

    @Override
    public Interpretation interpret(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        Interpretation own = grammar.interpret(utterance, organisation, dialogue);
        return switch (own) {
            case NotUnderstood lost ->
                lost.suggestion().isEmpty()
                        ? lost
                        : model(utterance, organisation, dialogue).orElse(lost);
            case NeedsClarification unsure ->
                unsure(unsure, dialogue)
                        ? model(utterance, organisation, dialogue)
                                .filter(meaning -> accountsFor(unsure, meaning))
                                .orElse(unsure)
                        : unsure;
            case Planned _,
                    Interpretation.ConfirmPending _,
                    Interpretation.CancelPending _,
                    Interpretation.UndoLast _ -> own;
        };
    }

    @Override
    public Interpretation glance(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        return grammar.glance(utterance, organisation, dialogue);
    }

    /** A first question for something that has no candidates, in a sentence of which nothing else was clear. */
    private static boolean unsure(NeedsClarification question, Dialogue before) {
        return before.clarification() == null
                && question.candidates().isEmpty()
                && question.partialPlan().isEmpty();
    }

    /** A plan that simply drops what the grammar did not know is worse than its question. */
    private static boolean accountsFor(NeedsClarification question, Interpretation meaning) {
        PendingClarification asked = question.dialogue().clarification();
        if (asked == null || !(meaning instanceof Planned planned)) {
            return false;
        }
        String unknown = asked.key().substring(asked.key().indexOf(':') + 1);
        return asked.key().startsWith("missing:")
                || planned.actions().toString().toLowerCase(Locale.ROOT).contains(unknown.toLowerCase(Locale.ROOT));
    }

    private Optional<Interpretation> model(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        Optional<Interpretation> meaning = Optional.empty();
        String outcome;
        try {
            List<WordedAction> actions = Answer.from(model.ask(question.about(reading.sentence(utterance, dialogue))))
                    .actions();
            meaning = reading.read(actions, utterance, organisation, dialogue);
            outcome = meaning.isPresent() ? "used" : actions.isEmpty() ? "not_understood" : "not_what_was_said";
        } catch (ModelFailure failure) {
            outcome = failure.kind().name().toLowerCase(Locale.ROOT);
            LOG.info("The grammar's answer counts: {}", failure.getMessage());
        } catch (RuntimeException unexpected) {
            outcome = "failed";
            LOG.warn("The grammar's answer counts, the model's could not be read", unexpected);
        }
        meters.counter("voice.model.answers", "outcome", outcome).increment();
        return meaning;
    }
}
