package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Things.Named;
import java.util.Comparator;
import java.util.Optional;

/** Reads a whole utterance as nothing but a name: "the one in sales", "Priya", "the press kit". */
public final class PhraseReader {

    private static final int LEADING = 3;

    private final Scene scene;
    private final SceneSlots slots;

    public PhraseReader(Scene scene) {
        this.scene = scene;
        this.slots = new SceneSlots(scene);
    }

    public Optional<Found> read(ReferenceKind kind) {
        int words = scene.transcript().size();
        if (kind != ReferenceKind.USER) {
            return Optional.of(slots.resolve(new Named(kind, 0, words)).found());
        }
        for (int from = 0; from < words; from++) {
            Optional<Found> people = slots.parse("people", from, words).stream()
                    .filter(filling -> filling.end() == words)
                    .max(Comparator.comparingDouble(Filling::score))
                    .map(filling -> (Found) filling.value());
            if (people.filter(Found::clear).isPresent()) {
                return people;
            }
        }
        return Optional.empty();
    }

    /** Everybody whom the whole utterance names, with what is unclear about them; empty when it names nobody. */
    public Optional<Found> people() {
        return whole("people", 0).map(Found.class::cast);
    }

    /** The moment that the whole utterance names; words that lead up to it ("by", "due on") do not matter. */
    public Optional<When> moment() {
        for (int from = 0; from < Math.min(LEADING, scene.transcript().size()); from++) {
            Optional<When> when =
                    whole("date", from).filter(When.class::isInstance).map(When.class::cast);
            if (when.isPresent()) {
                return when;
            }
        }
        return Optional.empty();
    }

    /** Where the name begins that the utterance gives, behind "call it" and the like. */
    public int name() {
        int words = scene.transcript().size();
        return slots.matcher().prefixes(scene.language().phrases("name_lead"), 0, words).stream()
                .mapToInt(Matched::end)
                .filter(end -> end < words)
                .max()
                .orElse(0);
    }

    private Optional<Value> whole(String type, int from) {
        int words = scene.transcript().size();
        return slots.parse(type, from, words).stream()
                .filter(filling -> filling.end() == words)
                .max(Comparator.comparingDouble(Filling::score))
                .map(Filling::value);
    }
}
