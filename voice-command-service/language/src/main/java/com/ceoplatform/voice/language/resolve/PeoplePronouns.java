package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Whom "her", "them" and "both of them" mean. */
final class PeoplePronouns {

    private final Scene scene;
    private final Function<Reference, Found> membersOf;

    /** @param membersOf those of a channel, who are meant when no people were named */
    PeoplePronouns(Scene scene, Function<Reference, Found> membersOf) {
        this.scene = scene;
        this.membersOf = membersOf;
    }

    /** Several people, or the one that is spoken of. */
    Found read(Matched phrase, boolean several) {
        Salience salience = scene.salience();
        boolean pair = several
                && IntStream.range(phrase.from(), phrase.end())
                        .anyMatch(i -> scene.language()
                                .words("pair")
                                .contains(scene.transcript().at(i).norm()));
        Optional<Salience.Entry> entry = pair
                ? salience.lastPair(ReferenceKind.USER)
                : several
                        ? salience.together(ReferenceKind.USER, number(phrase))
                        : salience.lastOne(ReferenceKind.USER);
        // Nobody says "all of them" of two.
        boolean crowd = several
                && entry.filter(two -> two.references().size() == 2).isPresent()
                && scene.transcript().is(phrase.from(), "all");
        Optional<Salience.Entry> meant = crowd ? salience.crowd(ReferenceKind.USER) : entry;
        Optional<Salience.Entry> channel = several ? salience.last(ReferenceKind.CHANNEL) : Optional.empty();
        if (meant.or(() -> entry).isPresent()) {
            return Found.pronoun(ReferenceKind.USER, meant.or(() -> entry).get().references());
        }
        Optional<Found> members = channel.map(
                        last -> membersOf.apply(last.references().getFirst()))
                .filter(found -> !found.references().isEmpty());
        Optional<Found> other = salience.last(ReferenceKind.USER)
                .map(last -> several || last.references().size() == 1
                        ? Found.pronoun(ReferenceKind.USER, last.references())
                        : Found.not(Unclear.ambiguous(ReferenceKind.USER, said(phrase), last.references())));
        return scene.bound("user:" + said(phrase))
                .map(bound -> Found.some(ReferenceKind.USER, bound))
                .or(() -> members)
                .or(() -> other)
                .orElseGet(() -> Found.nobody(Unclear.unknown(ReferenceKind.USER, said(phrase))));
    }

    /** "The three of them". */
    private int number(Matched phrase) {
        Map<String, String> numbers = scene.language().lists().getOrDefault("number", Map.of());
        return IntStream.range(phrase.from(), phrase.end())
                .mapToObj(i -> numbers.get(scene.transcript().at(i).norm()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .filter(number -> number > 1)
                .findFirst()
                .orElse(0);
    }

    private String said(Matched phrase) {
        return scene.transcript().words(phrase.from(), phrase.end());
    }
}
