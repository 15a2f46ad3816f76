package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.grammar.Intent;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The closest thing that could be said: the example of the intent whose sentences share most with what was. */
final class Suggestions {

    private static final double EXAMPLE = 2.5;

    private final Language language;

    Suggestions(Language language) {
        this.language = language;
    }

    String closest(Transcript transcript) {
        Set<String> said = new HashSet<>();
        transcript.tokens().forEach(token -> said.add(token.norm()));
        Map<Intent, Set<String>> shared = new HashMap<>();
        Map<String, Integer> spread = new HashMap<>();
        language.intents().values().stream()
                .filter(intent -> !intent.example().isEmpty())
                .forEach(intent -> {
                    Set<String> words = words(intent);
                    words.retainAll(said);
                    words.forEach(word -> spread.merge(word, 1, Integer::sum));
                    shared.put(intent, words);
                });
        return shared.entrySet().stream()
                .max(Comparator.<Map.Entry<Intent, Set<String>>>comparingDouble(
                                entry -> likeness(entry.getKey(), entry.getValue(), spread))
                        .thenComparing(entry -> entry.getKey().name()))
                .map(entry -> entry.getKey().example())
                .orElse("");
    }

    /** A word that few intents use tells more than one that all of them do. */
    private static double likeness(Intent intent, Set<String> shared, Map<String, Integer> spread) {
        Set<String> example = new HashSet<>(Words.of(intent.example()));
        return shared.stream()
                .mapToDouble(word -> (example.contains(word) ? EXAMPLE : 1) / spread.getOrDefault(word, 1))
                .sum();
    }

    private Set<String> words(Intent intent) {
        Set<String> words = new HashSet<>(Words.of(intent.example()));
        intent.sentences().forEach(rule -> words.addAll(Words.of(rule.source())));
        words.removeAll(language.words("articles"));
        return words;
    }
}
