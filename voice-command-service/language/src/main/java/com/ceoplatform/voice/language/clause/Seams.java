package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a sentence may be cut: what stands between two words, and whether an order can begin there. */
final class Seams {

    /** What joins a word to those before it. */
    enum Join {
        STOP,
        COMMA,
        AND,
        NONE
    }

    /**
     * A word at which another order may begin.
     *
     * @param next the word itself, behind "and then"
     * @param strong what follows begins an order wherever it stands
     * @param weak what follows begins an order after a pause
     * @param bare what follows begins an order even without a pause, where nothing is punctuated
     * @param sequel a pause and "then": one thing is over, another begins
     */
    record Seam(int at, int next, Join join, boolean strong, boolean weak, boolean bare, boolean sequel) {

        /** ", and": a pause and a joining word. */
        boolean commaAnd() {
            return join == Join.COMMA && next > at;
        }
    }

    private final Transcript words;
    private final Language language;
    private final Matcher matcher;
    private final boolean punctuated;

    Seams(Scene scene, Matcher matcher) {
        this.words = scene.transcript();
        this.language = scene.language();
        this.matcher = matcher;
        this.punctuated = words.tokens().stream()
                .skip(1)
                .anyMatch(token -> token.before() == Gap.COMMA || token.before() == Gap.STOP);
    }

    /** Empty where nothing can begin. */
    Optional<Seam> at(int index, int start) {
        int next = skipJoins(index);
        if (next >= words.size() || next <= start || words.at(index).quoted()) {
            return Optional.empty();
        }
        Join join = join(index);
        boolean strong = opens("opener_strong", next) && !bound(index, join);
        boolean weak =
                strong || (join != Join.NONE && !afterModal(index, join) && opens("opener", counted(next, join)));
        boolean sequel = join == Join.COMMA && IntStream.range(index, next).anyMatch(this::then);
        return Optional.of(new Seam(index, next, join, strong, weak, bare(index, join), weak && sequel));
    }

    /** "Second, remind me ...": behind the words that count what is ordered. */
    private int counted(int index, Join join) {
        return join != Join.STOP
                ? index
                : matcher.prefixes(language.phrases("counting"), index, words.size()).stream()
                        .mapToInt(Matched::end)
                        .filter(end -> end < words.size())
                        .max()
                        .orElse(index);
    }

    private boolean bare(int index, Join join) {
        return join == Join.NONE
                && !punctuated
                && !bound(index, join)
                && !language.words("subordinates").contains(words.at(index - 1).norm())
                && !insideName(index)
                && opens("opener_bare", index);
    }

    /** "Yara and Desmond", "Yara, Desmond": those who are named together. */
    boolean amongPeople(int index) {
        return words.gap(index) != Gap.STOP
                && matcher.prefixes(language.phrases("only_people"), index - 1, words.size()).stream()
                        .anyMatch(names -> names.end() > skipJoins(index));
    }

    /** "Olivia Santos contacts": not before Santos. */
    private boolean insideName(int index) {
        return matcher.prefixes(language.phrases("only_people"), index - 1, index + 1).stream()
                .anyMatch(name -> name.end() > index);
    }

    boolean punctuated() {
        return punctuated;
    }

    private boolean then(int index) {
        return language.words("sequel").contains(words.at(index).norm());
    }

    Join join(int index) {
        Gap gap = words.gap(index);
        if (gap == Gap.STOP) {
            return Join.STOP;
        }
        if (gap == Gap.COMMA || gap == Gap.COLON) {
            return Join.COMMA;
        }
        return joins(index) ? Join.AND : Join.NONE;
    }

    boolean joins(int index) {
        return language.words("joins").contains(words.at(index).norm()) && !beginsDate(index);
    }

    int skipJoins(int index) {
        int position = index;
        while (position < words.size() - 1 && joins(position)) {
            position++;
        }
        return position;
    }

    boolean opens(String set, int index) {
        return !matcher.prefixes(language.phrases(set), index, words.size()).isEmpty();
    }

    boolean all(String set, int from, int to) {
        return !matcher.whole(language.phrases(set), from, to).isEmpty();
    }

    /** "Next Wednesday" goes on, "next call Bob" begins. */
    private boolean beginsDate(int index) {
        return index + 1 < words.size()
                && Stream.of("weekday", "unit", "month")
                        .anyMatch(list -> language.lists()
                                        .getOrDefault(list, Map.of())
                                        .containsKey(words.at(index + 1).norm())
                                && !matcher.prefixes(language.phrases("day"), index, words.size())
                                        .isEmpty());
    }

    /** "to create", "should add": the verb belongs to what comes before. */
    private boolean bound(int index, Join join) {
        String before = words.at(index - 1).norm();
        return join == Join.NONE
                && language.words("binds").contains(before)
                && !(language.words("particles").contains(before) && opens("opener_addressed", index));
    }

    /** "Should also include" is one verb, although "also" may begin an order. */
    private boolean afterModal(int index, Join join) {
        return join == Join.AND
                && language.words("modals").contains(words.at(index - 1).norm());
    }
}
