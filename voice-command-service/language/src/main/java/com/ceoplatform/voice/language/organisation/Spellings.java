package com.ceoplatform.voice.language.organisation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Known words by initial and length, to find those a few letters away without looking at all of them. Safe for concurrent
 * use.
 */
final class Spellings {

    private static final int FURTHEST = 2;
    private static final int SHORTEST = 4;
    // In a word of six letters a second mistake makes another word.
    private static final int SHORT = 6;
    private static final int LONGEST = 64;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(FURTHEST);

    private record Spelling(String word, long letters) {

        Spelling(String word) {
            this(word, Spellings.letters(word));
        }
    }

    private final Map<Integer, Postings<Spelling>> alike = new ConcurrentHashMap<>();

    /** @param word one that is not there */
    void add(String word) {
        if (word.length() >= SHORTEST) {
            alike.computeIfAbsent(key(word.charAt(0), word.length()), key -> new Postings<>())
                    .add(new Spelling(word));
        }
    }

    void remove(String word) {
        if (word.length() >= SHORTEST) {
            alike.computeIfPresent(key(word.charAt(0), word.length()), (key, words) -> {
                words.remove(new Spelling(word));
                return words;
            });
        }
    }

    /** Every known word that begins with the same letter and is one letter away, or two when it is long, with how many. */
    void near(String spoken, ObjIntConsumer<String> found) {
        if (spoken.isEmpty()) {
            return;
        }
        long letters = letters(spoken);
        for (int length = spoken.length() - FURTHEST; length <= spoken.length() + FURTHEST; length++) {
            Postings<Spelling> bucket = alike.get(key(spoken.charAt(0), length));
            if (bucket != null) {
                int furthest = Math.min(length, spoken.length()) > SHORT ? FURTHEST : 1;
                near(spoken, letters, furthest, bucket.all(), found);
            }
        }
    }

    private static void near(
            String spoken, long letters, int furthest, List<Spelling> bucket, ObjIntConsumer<String> found) {
        for (int i = 0; i < bucket.size(); i++) {
            Spelling known = bucket.get(i);
            // One changed letter takes at most one from the word and puts one in.
            if (Long.bitCount(letters ^ known.letters()) <= 2 * furthest) {
                int distance = distance(spoken, known.word());
                if (distance > 0 && distance <= furthest) {
                    found.accept(known.word(), distance);
                }
            }
        }
    }

    /** Two neighbours that changed places are one mistake. Negative when further away than we look. */
    private static int distance(String one, String other) {
        int distance = DISTANCE.apply(one, other);
        return distance == 2 && swapped(one, other) ? 1 : distance;
    }

    private static boolean swapped(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = 0;
        while (one.charAt(first) == other.charAt(first)) {
            first++;
        }
        return first + 1 < one.length()
                && one.charAt(first) == other.charAt(first + 1)
                && one.charAt(first + 1) == other.charAt(first);
    }

    private static int key(char initial, int length) {
        return initial * LONGEST + Math.min(length, LONGEST - 1);
    }

    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }
}
