package com.ceoplatform.voice.language.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Words to the names that contain them, by spelling and by sound. Safe for concurrent use; a reader may miss a name that
 * is being added.
 *
 * @param <T> what stands for a name
 */
final class NameIndex<T> {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double SOUND = 0.86;
    private static final double SPELLING = 0.84;
    private static final double PLURAL = 0.96;
    private static final double STEM = 0.94;
    // Bruno is not Byrne, although both sound like the same consonants.
    private static final double ALIKE = 0.78;
    private static final double RESPELT = 0.9;

    private final Map<String, Postings<T>> namesByWord = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> wordsBySound = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> wordsByStem = new ConcurrentHashMap<>();
    private final Spellings spellings = new Spellings();
    private final Map<T, List<String>> wordsByName = new ConcurrentHashMap<>();

    void put(T name, List<String> words) {
        put(name, words, List.of());
    }

    /**
     * The words may be repeated; each counts once.
     *
     * @param joined words made of two, found as they are spelt
     */
    void put(T name, List<String> words, List<String> joined) {
        remove(name);
        words.forEach(this::learn);
        joined.forEach(this::learnSpelling);
        List<String> all =
                Stream.concat(words.stream(), joined.stream()).distinct().toList();
        wordsByName.put(name, all);
        all.forEach(word -> {
            namesByWord.compute(word, (key, names) -> {
                Postings<T> those = names == null ? new Postings<>() : names;
                those.add(name);
                return those;
            });
        });
    }

    /** How a word sounds stays known: whether a name has it is asked when it is found. */
    private void learn(String word) {
        learnSpelling(word);
        boolean first = wordsByStem
                .computeIfAbsent(Words.stem(word), key -> ConcurrentHashMap.newKeySet())
                .add(word);
        String sound = first ? Words.sound(word) : null;
        if (sound != null) {
            wordsBySound
                    .computeIfAbsent(sound, key -> ConcurrentHashMap.newKeySet())
                    .add(word);
        }
    }

    private void learnSpelling(String word) {
        if (!namesByWord.containsKey(word)) {
            spellings.add(word);
        }
    }

    void remove(T name) {
        List<String> words = wordsByName.remove(name);
        if (words != null) {
            words.forEach(word -> namesByWord.computeIfPresent(word, (key, names) -> {
                names.remove(name);
                if (!names.all().isEmpty()) {
                    return names;
                }
                spellings.remove(word);
                return null;
            }));
        }
    }

    List<T> having(String word) {
        Postings<T> names = namesByWord.get(word);
        return names == null ? List.of() : names.all();
    }

    /** The known words that a spoken one may be, each with its likeness. */
    Map<String, Double> alike(String spoken) {
        Map<String, Double> alike = new HashMap<>();
        add(alike, spoken, 1.0);
        add(alike, spoken + "s", PLURAL);
        if (spoken.endsWith("s") && spoken.length() > 3) {
            add(alike, spoken.substring(0, spoken.length() - 1), PLURAL);
        }
        wordsByStem.getOrDefault(Words.stem(spoken), Set.of()).forEach(word -> add(alike, word, STEM));
        String sound = Words.sound(spoken);
        if (sound != null && spoken.length() > 2) {
            // One consonant is the sound of too many words.
            double least = sound.length() > 1 ? ALIKE : 0.8;
            wordsBySound.getOrDefault(sound, Set.of()).forEach(word -> {
                double likeness = JARO_WINKLER.apply(spoken, word);
                if (likeness >= least || soundsAlike(spoken, word)) {
                    add(alike, word, SOUND * (0.8 + 0.2 * Math.max(least, likeness)));
                }
            });
        }
        if (spoken.length() > 3 && !namesByWord.containsKey(spoken)) {
            spelledAlike(spoken, alike);
        }
        return alike;
    }

    private static boolean soundsAlike(String spoken, String word) {
        return JARO_WINKLER.apply(Respelling.of(spoken), Respelling.of(word)) >= RESPELT;
    }

    private void spelledAlike(String spoken, Map<String, Double> alike) {
        spellings.near(spoken, (word, distance) -> add(alike, word, SPELLING - 0.04 * distance));
    }

    private void add(Map<String, Double> alike, String word, double likeness) {
        if (namesByWord.containsKey(word)) {
            alike.merge(word, likeness, Math::max);
        }
    }

    List<String> words(T name) {
        return wordsByName.getOrDefault(name, List.of());
    }

    int size() {
        return wordsByName.size();
    }
}
