package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.clause.PhraseReader;
import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.dialogue.Mention;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Salience;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Unclear;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what single words mean, as the grammar does, and keeps what must be asked. */
final class WordedLookup {

    private final Language language;
    private final Utterance utterance;
    private final Organisation organisation;
    private final Salience salience;
    private final Map<String, List<Reference>> bindings;
    private final List<Unclear> unclear = new ArrayList<>();

    WordedLookup(
            Language language,
            Utterance utterance,
            Organisation organisation,
            Salience salience,
            Map<String, List<Reference>> bindings) {
        this.language = language;
        this.utterance = utterance;
        this.organisation = organisation;
        this.salience = salience;
        this.bindings = bindings;
    }

    /** What must be asked first. */
    Optional<Unclear> question() {
        return unclear.stream().findFirst();
    }

    boolean clear() {
        return unclear.isEmpty();
    }

    List<Mention> mentions() {
        return salience.entries().stream()
                .map(entry -> new Mention(entry.references()))
                .toList();
    }

    /** From now on the action's result can be spoken of by its name. */
    void made(ReferenceKind kind, Reference action) {
        salience.create(kind, action);
    }

    List<Reference> people(List<String> names) {
        return resolved(ReferenceKind.USER, names, words -> new PhraseReader(scene(words)).people());
    }

    List<Reference> tasks(List<String> titles) {
        return resolved(ReferenceKind.TASK, titles, words -> new PhraseReader(scene(words)).read(ReferenceKind.TASK));
    }

    List<Reference> channels(List<String> names) {
        return resolved(
                ReferenceKind.CHANNEL, names, words -> new PhraseReader(scene(words)).read(ReferenceKind.CHANNEL));
    }

    Optional<When> when(String words) {
        return words.isBlank() ? Optional.empty() : new PhraseReader(scene(words)).moment();
    }

    private interface Lookup {

        Optional<Found> of(String words);
    }

    private List<Reference> resolved(ReferenceKind kind, List<String> phrases, Lookup lookup) {
        Set<Reference> all = new LinkedHashSet<>();
        for (String phrase : phrases) {
            Optional<Found> found = phrase.isBlank() ? Optional.empty() : lookup.of(phrase);
            found.ifPresent(some -> {
                unclear.addAll(some.unclear());
                all.addAll(some.references());
            });
            if (found.isEmpty()
                    || (found.get().clear() && found.get().references().isEmpty())) {
                unclear.add(new Unclear(kind.wire() + ":" + phrase, kind, Unclear.Reason.UNKNOWN, phrase, List.of()));
            }
        }
        List<Reference> references = List.copyOf(all);
        salience.mention(kind, references);
        return references;
    }

    private Scene scene(String words) {
        return new Scene(
                language.tokenizer().read(words),
                language,
                utterance.withTranscript(words),
                organisation,
                salience,
                List.of(),
                bindings);
    }

    Reference speaker() {
        return new Reference(
                ReferenceKind.USER,
                utterance.speaker().id(),
                utterance.speaker().name());
    }

    ZoneId zone() {
        return utterance.speaker().zone();
    }

    String text(String name) {
        return language.text(name);
    }
}
