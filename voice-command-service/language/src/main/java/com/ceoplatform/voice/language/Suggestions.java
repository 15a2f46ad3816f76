package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.grammar.Intent;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** The closest thing that could be said: the example that shares most words with what was. */
final class Suggestions {

    private final Language language;

    Suggestions(Language language) {
        this.language = language;
    }

    String closest(Transcript transcript) {
        Set<String> said = new HashSet<>();
        transcript.tokens().forEach(token -> said.add(token.norm()));
        return language.intents().values().stream()
                .filter(intent -> !intent.example().isEmpty())
                .max(Comparator.comparingDouble(intent -> likeness(intent, said)))
                .map(Intent::example)
                .orElse("");
    }

    private double likeness(Intent intent, Set<String> said) {
        Set<String> words = new HashSet<>();
        intent.sentences().forEach(rule -> words.addAll(Words.of(rule.source())));
        words.removeAll(language.words("articles"));
        Set<String> example = new HashSet<>(Words.of(intent.example()));
        long common = said.stream().filter(words::contains).count();
        long close = said.stream().filter(example::contains).count();
        return common + 1.5 * close;
    }
}
