package com.ceoplatform.voice.language.grammar;

import com.ceoplatform.voice.language.text.Tokenizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the engine knows about a language, read from its folder of data files.
 *
 * @param phrases named sets of rules: dates, people, details, openers
 * @param lists named lists: phrase to key
 * @param words named sets of single words
 * @param texts sentences to answer with
 */
public record Language(
        String code,
        Map<String, Intent> intents,
        Map<String, List<Rule>> phrases,
        Map<String, Map<String, String>> lists,
        Map<String, Set<String>> words,
        Map<String, String> texts,
        Tokenizer tokenizer) {

    public Set<String> words(String name) {
        return words.getOrDefault(name, Set.of());
    }

    public List<Rule> phrases(String name) {
        return phrases.getOrDefault(name, List.of());
    }

    /** @throws IllegalStateException when the language's data has no such text */
    public String text(String name, Object... arguments) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("no text '" + name + "' in language " + code);
        }
        return text.formatted(arguments);
    }

    /** @throws IllegalStateException when a rule names an intent that does not exist */
    public Intent intent(String name) {
        Intent intent = intents.get(name);
        if (intent == null) {
            throw new IllegalStateException("no intent '" + name + "' in language " + code);
        }
        return intent;
    }

    public Collection<Rule> sentences() {
        return intents.values().stream()
                .flatMap(intent -> intent.sentences().stream())
                .toList();
    }
}
