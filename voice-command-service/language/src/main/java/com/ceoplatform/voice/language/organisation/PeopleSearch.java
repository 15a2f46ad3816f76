package com.ceoplatform.voice.language.organisation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds people by any part of their name, a nickname of it, or what a recogniser makes of it. */
final class PeopleSearch {

    private static final int RETURNED = 20;
    private static final double NICKNAME = 0.93;
    private static final double LEAST = 0.62;

    private final NameIndex index = new NameIndex();
    private final Nicknames nicknames = Nicknames.load();

    void put(Person person) {
        index.put(person.id(), Words.of(person.name()).stream().distinct().toList());
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
        return sums.entrySet().stream()
                .map(entry -> new Match<>(byId.apply(entry.getKey()), entry.getValue() / words.size()))
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
        return meanings;
    }

    private Match<Person> fullNameFirst(Match<Person> match, List<String> words) {
        boolean whole = words.size() >= index.words(match.value().id()).size();
        return whole ? match : new Match<>(match.value(), match.score() - 0.02);
    }

    Stream<String> knownNames(Person person) {
        return index.words(person.id()).stream();
    }
}
