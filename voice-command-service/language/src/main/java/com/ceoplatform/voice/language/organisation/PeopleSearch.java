package com.ceoplatform.voice.language.organisation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds people by any part of their name, a nickname of it, or what a recogniser makes of it. */
final class PeopleSearch {

    private static final int RETURNED = 20;
    private static final double NICKNAME = 0.93;
    private static final double LEAST = 0.62;

    private static final double SHORT_FORM = 0.9;
    private static final int SHORTEST_FORM = 4;
    private static final int LEFT_OUT = 2;

    private final NavigableSet<String> firstNames = new ConcurrentSkipListSet<>();
    private final NameIndex<String> index = new NameIndex<>();
    private final Nicknames nicknames = Nicknames.load();

    void put(Person person) {
        List<String> words = Words.of(person.name());
        words.stream().findFirst().ifPresent(firstNames::add);
        Stream<String> joined =
                IntStream.range(0, Math.max(0, words.size() - 2)).mapToObj(i -> words.get(i) + words.get(i + 1));
        index.put(person.id(), Stream.concat(words.stream(), joined).distinct().toList());
    }

    void remove(String id) {
        index.remove(id);
    }

    List<Match<Person>> find(String spoken, Function<String, Person> byId) {
        List<String> words = Words.of(spoken);
        if (words.isEmpty() || words.size() > 5) {
            return List.of();
        }
        Map<String, Double> sums = new HashMap<>();
        for (String word : words) {
            Map<String, Double> best = new HashMap<>();
            meanings(word)
                    .forEach((name, likeness) -> index.having(name).forEach(id -> best.merge(id, likeness, Math::max)));
            best.forEach((id, likeness) -> sums.merge(id, likeness, Double::sum));
        }
        Map<String, Double> scores = new HashMap<>();
        sums.forEach((id, sum) -> scores.put(id, sum / words.size()));
        if (words.size() == 2) {
            // "xiao yu" for Xiaoyu.
            String joined = words.getFirst() + words.getLast();
            meanings(joined)
                    .forEach((name, likeness) -> Stream.of(name)
                            .filter(whole -> Math.abs(whole.length() - joined.length()) < LEFT_OUT)
                            .map(index::having)
                            .flatMap(List::stream)
                            .forEach(id -> scores.merge(id, likeness - 0.03, Math::max)));
        }
        return scores.entrySet().stream()
                .map(entry -> new Match<>(byId.apply(entry.getKey()), entry.getValue()))
                .filter(match -> match.value() != null && match.value().active() && match.score() >= LEAST)
                .map(match -> fullNameFirst(match, words))
                .sorted(Comparator.comparingDouble(match -> -match.score()))
                .limit(RETURNED)
                .toList();
    }

    private Map<String, Double> meanings(String word) {
        Map<String, Double> meanings = index.alike(word);
        Set<String> others = nicknames.of(word);
        others.stream()
                .filter(name -> !index.having(name).isEmpty())
                .forEach(name -> meanings.merge(name, NICKNAME, Math::max));
        if (others.isEmpty() && word.length() >= SHORTEST_FORM) {
            shortened(word)
                    .filter(name -> !index.having(name).isEmpty())
                    .forEach(name -> meanings.merge(name, SHORT_FORM, Math::max));
        }
        return meanings;
    }

    /** "Seba" may be Sebastiana, when no list of nicknames knows better. */
    private Stream<String> shortened(String word) {
        return firstNames.subSet(word, false, word + Character.MAX_VALUE, false).stream()
                .filter(name -> name.length() >= word.length() + LEFT_OUT);
    }

    private Match<Person> fullNameFirst(Match<Person> match, List<String> words) {
        boolean whole = words.size() >= Words.of(match.value().name()).size();
        return whole ? match : new Match<>(match.value(), match.score() - 0.02);
    }

    Stream<String> knownNames(Person person) {
        return index.words(person.id()).stream();
    }
}
