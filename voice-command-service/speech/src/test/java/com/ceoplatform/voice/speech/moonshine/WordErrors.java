package com.ceoplatform.voice.speech.moonshine;

import java.util.List;
import java.util.Locale;

/** Word error rate: insertions, deletions and replacements per word of what was said. */
final class WordErrors {

    private WordErrors() {}

    static double rate(String said, String heard) {
        List<String> reference = words(said);
        List<String> hypothesis = words(heard);
        int[] previous = new int[hypothesis.size() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= reference.size(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int replaced = previous[j - 1] + (reference.get(i - 1).equals(hypothesis.get(j - 1)) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[hypothesis.size()] / (double) reference.size();
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT)
                .replace("10", "ten")
                .replaceAll("[^a-z' ]", " ")
                .strip()
                .split("\\s+"));
    }
}
