package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.clause.PhraseReader;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Salience;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers to questions without candidates: another name for what nobody knew, or the words that were missing. */
final class FreeAnswers {

    private final Language language;
    private final Organisation organisation;
    private final Utterance utterance;
    private final Dialogue dialogue;

    FreeAnswers(Language language, Organisation organisation, Utterance utterance, Dialogue dialogue) {
        this.language = language;
        this.organisation = organisation;
        this.utterance = utterance;
        this.dialogue = dialogue;
    }

    Optional<List<Reference>> read(PendingClarification pending, Transcript answer) {
        String key = pending.key();
        Salience salience = new Salience(dialogue, utterance.context(), organisation);
        PhraseReader phrases =
                new PhraseReader(new Scene(answer, language, utterance, organisation, salience, List.of(), Map.of()));
        if (key.startsWith("missing:") && !asksForThing(key)) {
            int from = key.startsWith("missing:name:") || key.startsWith("missing:title:") ? phrases.name() : 0;
            return Optional.of(List.of(new Reference(ReferenceKind.MESSAGE, "", answer.text(from, answer.size()))));
        }
        return phrases.read(kind(key))
                .filter(Found::clear)
                .map(Found::references)
                .filter(found -> !found.isEmpty());
    }

    private static boolean asksForThing(String key) {
        return key.startsWith("missing:task:")
                || key.startsWith("missing:channel:")
                || key.startsWith("missing:users:");
    }

    private static ReferenceKind kind(String key) {
        String bare = key.startsWith("missing:") ? key.substring("missing:".length()) : key;
        return bare.startsWith("task")
                ? ReferenceKind.TASK
                : bare.startsWith("channel") ? ReferenceKind.CHANNEL : ReferenceKind.USER;
    }
}
