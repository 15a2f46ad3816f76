package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is said while thinking and says nothing: "to, you know, Oscar", "by like Friday". */
final class Asides {

    private final Language language;

    private Asides(Language language) {
        this.language = language;
    }

    /** The transcript without them. */
    static Transcript left(Transcript said, Language language) {
        Asides asides = new Asides(language);
        Transcript left = said;
        int index = 0;
        while (index < left.size()) {
            int length = asides.at(left, index);
            if (length > 0 && length < left.size()) {
                left = left.without(index, index + length);
            } else {
                index++;
            }
        }
        return left;
    }

    /** How many words are said in passing here. */
    private int at(Transcript words, int index) {
        return language.lists().getOrDefault("aside", Map.of()).keySet().stream()
                .map(phrase -> Arrays.asList(phrase.split(" ")))
                .filter(phrase -> stands(words, index, phrase) && inPassing(words, index, index + phrase.size()))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static boolean stands(Transcript words, int index, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.is(index + i, phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Behind a word that needs another one; what follows is no part of it. */
    private boolean inPassing(Transcript words, int from, int to) {
        return from > 0
                && to < words.size()
                && language.words("aside_after").contains(words.at(from - 1).norm())
                && !language.words("aside_not_before").contains(words.at(to).norm());
    }
}
