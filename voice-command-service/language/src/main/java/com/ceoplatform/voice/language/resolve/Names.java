package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.organisation.Match;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People by their names. Sounds and spellings that are only similar count here and nowhere else. */
final class Names {

    private static final int LONGEST = 3;
    private static final double SURE = 0.9;
    private static final double EXACT = 0.97;
    private static final double EQUAL = 0.015;
    // Of two names that only sound alike, either may have been meant.
    private static final double ALIKE = 0.05;
    private static final double PER_WORD = 1.5;
    private static final double UNKNOWN = -1.5;

    private final Scene scene;
    private final Set<String> never;
    private final Map<String, List<Match<Person>>> looked = new HashMap<>();

    Names(Scene scene) {
        this.scene = scene;
        this.never = scene.language().words("never_names");
    }

    List<Filling> at(int from, int limit) {
        List<Filling> fillings = new ArrayList<>();
        for (int end = from + 1; end <= Math.min(limit, from + LONGEST); end++) {
            if (!possible(end - 1, from)) {
                break;
            }
            read(from, end).ifPresent(fillings::add);
        }
        if (fillings.isEmpty() && from < limit && possible(from, from) && nameLike(from)) {
            fillings.addAll(unknown(from, limit));
        }
        return fillings;
    }

    /** "Sarah's" before something that is hers. */
    List<Filling> owner(int from, int limit) {
        List<Filling> owners = new ArrayList<>();
        for (int end = from + 1; end <= Math.min(limit, from + LONGEST); end++) {
            String last = scene.transcript().at(end - 1).norm();
            String words = scene.transcript().words(from, end);
            if (never.contains(scene.transcript().at(from).norm())) {
                break;
            }
            if (last.endsWith("'s")) {
                addOwner(owners, from, end, words.substring(0, words.length() - 2));
            } else if (last.endsWith("'")) {
                addOwner(owners, from, end, words.substring(0, words.length() - 1));
            } else if (last.endsWith("s") && last.length() > 3) {
                List<Match<Person>> whole = look(words);
                boolean name = !whole.isEmpty() && whole.getFirst().score() >= SURE;
                addOwner(owners, from, end, name ? words : words.substring(0, words.length() - 1));
            }
        }
        return owners;
    }

    private void addOwner(List<Filling> owners, int from, int end, String name) {
        known(name).ifPresent(found -> owners.add(new Filling(from, end, found, PER_WORD * (end - from))));
    }

    private boolean possible(int index, int from) {
        Token token = scene.transcript().at(index);
        boolean joined = index == from || token.before() == Gap.NONE || token.before() == Gap.GLUED;
        return joined
                && Character.isLetter(token.norm().codePointAt(0))
                && (!never.contains(token.norm()) || calledSo(token));
    }

    /** Will, Mark and May are people where somebody is called so, and the word is written as a name or nothing is. */
    private boolean calledSo(Token token) {
        return scene.language().words("also_names").contains(token.norm())
                && (token.capitalised() || scene.transcript().lowerCase())
                && look(token.norm()).stream().findFirst().map(Match::score).orElse(0.0) >= EXACT;
    }

    private Optional<Filling> read(int from, int end) {
        String words = scene.transcript().words(from, end);
        double score = look(words).stream().findFirst().map(Match::score).orElse(0.0);
        Optional<Found> found = known(words);
        boolean weak = score < SURE && scene.language().words("common").contains(words);
        return found.isEmpty() || weak || longer(found.get(), end - from)
                ? Optional.empty()
                : Optional.of(new Filling(from, end, found.get(), weight(end - from, score)));
    }

    /** "Patrick Olivia Santos" is no way to say Olivia Santos: a list may be written without commas. */
    private static boolean longer(Found found, int words) {
        return words > 1
                && !found.references().isEmpty()
                && found.references().stream()
                        .allMatch(person -> Words.of(person.label()).size() < words);
    }

    private static double weight(int words, double score) {
        return PER_WORD * words + (score >= SURE ? 1 : (score - SURE) * 4);
    }

    private Optional<Found> known(String words) {
        String key = key(words);
        Optional<List<Reference>> bound = scene.bound(key);
        if (bound.isPresent()) {
            return bound.map(people -> Found.some(ReferenceKind.USER, people));
        }
        List<Match<Person>> matches = look(words);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        double best = matches.getFirst().score();
        double least = best - (best < SURE ? ALIKE : EQUAL);
        List<Reference> equal = matches.stream()
                .filter(match -> match.score() >= least)
                .map(match -> Reference.to(match.value()))
                .toList();
        List<Reference> called = equal.stream()
                .filter(person -> words.equals(Words.fold(person.label().split(" ")[0])))
                .toList();
        // Who is said to be "Grant" is called so by first name, even when others are Grants by family.
        return Optional.of(choose(words, called.isEmpty() ? equal : called));
    }

    /** Somebody just spoken of by name is still meant by that name. */
    private Found choose(String words, List<Reference> equal) {
        List<Reference> recent =
                equal.stream().filter(scene.salience()::mentioned).toList();
        if (equal.size() == 1 || recent.size() == 1) {
            return Found.one(ReferenceKind.USER, recent.size() == 1 ? recent.getFirst() : equal.getFirst());
        }
        return Found.not(Unclear.ambiguous(ReferenceKind.USER, words, equal));
    }

    private static String key(String words) {
        return ReferenceKind.USER.wire() + ":" + words;
    }

    private List<Match<Person>> look(String words) {
        return looked.computeIfAbsent(words, key -> scene.organisation().findPeople(key));
    }

    private boolean nameLike(int index) {
        Token token = scene.transcript().at(index);
        return !scene.language().words("common").contains(token.norm())
                && token.norm().length() > 1
                && Numbers.at(scene.transcript(), index, index + 1, numbers()).isEmpty();
    }

    private Map<String, String> numbers() {
        return scene.language().lists().getOrDefault("number", Map.of());
    }

    private List<Filling> unknown(int from, int limit) {
        List<Filling> unknown = new ArrayList<>();
        unknown.add(unknownUpTo(from, from + 1));
        boolean surname = from + 1 < limit
                && scene.transcript().at(from).capitalised()
                && scene.transcript().at(from + 1).capitalised()
                && possible(from + 1, from);
        if (surname) {
            unknown.add(unknownUpTo(from, from + 2));
        }
        return unknown;
    }

    private Filling unknownUpTo(int from, int end) {
        String words = scene.transcript().words(from, end);
        Optional<List<Reference>> bound = scene.bound(key(words));
        return bound.map(people -> new Filling(from, end, Found.some(ReferenceKind.USER, people), PER_WORD + 1))
                .orElseGet(() -> new Filling(
                        from,
                        end,
                        Found.not(Unclear.unknown(ReferenceKind.USER, words)),
                        UNKNOWN + (scene.transcript().at(from).capitalised() ? 1 : 0)));
    }
}
