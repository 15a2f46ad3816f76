package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Takes out of a sentence what its speaker took back in the same breath: "have Tyler, no, Noor count ...", "to Monday,
 * sorry, to Tuesday". What was said instead begins as that did: with a name, or with the same word.
 */
public final class Slips {

    private static final int MOST = 3;
    private static final int NAME = 4;
    private static final int NEAR = 6;
    private static final int FAR = 14;
    private static final int REACH = 6;
    private static final List<List<String>> KINDS = List.of(
            List.of("time", "bare_time"),
            List.of("date"),
            List.of("known_channel"),
            List.of("named_task"),
            List.of("priority"));

    private final Transcript words;
    private final Language language;
    private final SceneSlots slots;

    private Slips(Scene scene) {
        this.words = scene.transcript();
        this.language = scene.language();
        this.slots = new SceneSlots(scene);
    }

    /** A word that takes back, and where what is said instead begins. */
    private record Marker(int at, int next, String kind) {

        boolean sure() {
            return !kind.equals("maybe");
        }
    }

    /** What it is to be read as; the same transcript when nothing was taken back. */
    public static Transcript mended(Scene scene) {
        Scene read = scene;
        for (int slips = 0; slips < MOST; slips++) {
            Optional<Transcript> without = new Slips(read).without();
            if (without.isEmpty()) {
                break;
            }
            read = read.reading(without.get());
        }
        return read.transcript();
    }

    private Optional<Transcript> without() {
        return IntStream.range(1, words.size())
                .mapToObj(this::marker)
                .flatMap(Optional::stream)
                .flatMap(marker -> beginning(marker).stream().mapToObj(from -> without(from, marker)))
                .findFirst();
    }

    /** What is said instead goes on as what was said before would have: "a tasting, I mean a call, with ..." */
    private Transcript without(int from, Marker marker) {
        Transcript left = words.without(from, marker.next());
        int said = marker.next() - from;
        return IntStream.range(marker.next() + 1, Math.min(words.size(), marker.next() + NAME))
                .filter(i -> words.gap(i) == Gap.COMMA && words.gap(marker.at()) == Gap.COMMA)
                .filter(i ->
                        language.words("introduces_detail").contains(words.at(i).norm()))
                .mapToObj(i -> left.withoutPause(i - said))
                .findFirst()
                .orElse(left);
    }

    private Optional<Marker> marker(int at) {
        boolean said =
                language.words("slip_not_after").contains(words.at(at - 1).norm());
        return said || words.gap(at) == Gap.STOP || words.at(at).quoted()
                ? Optional.empty()
                : slots.matcher().prefixes(language.phrases("slip"), at, words.size()).stream()
                        .max(Comparator.comparingInt(Matched::end))
                        .filter(marker -> marker.end() < words.size())
                        .map(marker ->
                                new Marker(at, marker.end(), marker.rule().name()));
    }

    /** Where what was taken back begins. */
    private OptionalInt beginning(Marker marker) {
        OptionalInt name = name(marker);
        OptionalInt same = name.isPresent() ? name : sameKind(marker);
        OptionalInt title = same.isPresent() ? same : title(marker);
        return title.isPresent() || marker.kind().equals("swap") ? title : sameWord(marker);
    }

    /** "At three, make that half past three", "to Merger Talks, or rather Board Papers": another thing of the same kind. */
    private OptionalInt sameKind(Marker marker) {
        if (!marker.sure() && anchor(marker.next())) {
            return OptionalInt.empty();
        }
        return KINDS.stream()
                .filter(kinds -> kinds.stream()
                        .anyMatch(kind ->
                                !slots.parse(kind, marker.next(), words.size()).isEmpty()))
                .map(kinds -> kinds.stream()
                        .flatMapToInt(kind -> before(marker, kind, REACH))
                        .sorted()
                        .toArray())
                .filter(begins -> begins.length > 0)
                .mapToInt(begins -> IntStream.of(begins)
                        .filter(from -> !anchor(from))
                        .findFirst()
                        .orElse(begins[begins.length - 1]))
                .findFirst();
    }

    private boolean anchor(int index) {
        return language.words("slip_anchors").contains(words.at(index).norm());
    }

    /** "Tyler no Noor", "legal, sorry, finance": somebody else. */
    private OptionalInt name(Marker marker) {
        boolean other =
                !slots.parse("known_people", marker.next(), words.size()).isEmpty();
        boolean apart = marker.sure() || words.gap(marker.at()) != Gap.NONE || !punctuated();
        if (!other || !apart) {
            return OptionalInt.empty();
        }
        OptionalInt one = before(marker, "known_name", NAME).findFirst();
        return one.isPresent()
                ? one
                : withArticle(before(marker, "known_people", NAME).reduce((first, last) -> last));
    }

    /** "The legal team, no, Mei": not "the Mei". */
    private OptionalInt withArticle(OptionalInt people) {
        boolean article = people.isPresent()
                && people.getAsInt() > 0
                && language.words("articles")
                        .contains(words.at(people.getAsInt() - 1).norm());
        return article ? OptionalInt.of(people.getAsInt() - 1) : people;
    }

    /** Where a name begins that ends at the marker. */
    private IntStream before(Marker marker, String type, int reach) {
        return IntStream.range(Math.max(0, marker.at() - reach), marker.at())
                .filter(from -> slots.parse(type, from, marker.at()).stream()
                        .mapToInt(Filling::end)
                        .anyMatch(end -> end == marker.at()));
    }

    /** "Called Winter Menu, I mean Autumn Menu". */
    private OptionalInt title(Marker marker) {
        boolean goesOn = slots.matcher()
                        .prefixes(language.phrases("slip_goes_on"), marker.next(), words.size())
                        .isEmpty()
                && marker.sure();
        return goesOn
                ? IntStream.rangeClosed(Math.max(1, marker.at() - NAME), marker.at() - 1)
                        .filter(from -> language.words("naming")
                                .contains(words.at(from - 1).norm()))
                        .reduce((first, last) -> last)
                : OptionalInt.empty();
    }

    /** "To cold brew, sorry, to harvest box". */
    private OptionalInt sameWord(Marker marker) {
        String word = words.at(marker.next()).norm();
        boolean anchor = marker.sure() || language.words("slip_anchors").contains(word);
        int furthest = marker.at() - reach(marker, word);
        return anchor
                ? IntStream.range(Math.max(0, furthest), marker.at())
                        .filter(from -> words.is(from, word)
                                && IntStream.range(from + 1, marker.at()).noneMatch(i -> words.gap(i) == Gap.STOP))
                        .reduce((first, last) -> last)
                : OptionalInt.empty();
    }

    /** How many words before the marker may have been taken back; articles are said too often to mean the same. */
    private int reach(Marker marker, String word) {
        if (language.words("determiners").contains(word)) {
            return NAME;
        }
        return marker.sure() ? FAR : NEAR;
    }

    private boolean punctuated() {
        return words.tokens().stream().skip(1).anyMatch(token -> token.before() != Gap.NONE);
    }
}
