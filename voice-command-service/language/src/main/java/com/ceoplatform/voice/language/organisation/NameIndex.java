package com.ceoplatform.voice.language.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Words to the names that contain them, by spelling and by sound. Safe for concurrent use; a reader may miss a name that
 * is being added.
 */
final class NameIndex {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double SOUND = 0.86;
    private static final double SPELLING = 0.84;
    private static final double PLURAL = 0.96;
    private static final double STEM = 0.94;
    // Bruno is not Byrne, although both sound like the same consonants.
    private static final double ALIKE = 0.78;

    private final Map<String, Set<String>> idsByWord = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> wordsBySound = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> wordsByStem = new ConcurrentHashMap<>();
    private final Spellings spellings = new Spellings();
    private final Map<String, List<String>> wordsById = new ConcurrentHashMap<>();

    void put(String id, List<String> words) {
        remove(id);
        wordsById.put(id, List.copyOf(words));
        words.forEach(word -> {
            boolean known = idsByWord.containsKey(word);
            idsByWord
                    .computeIfAbsent(word, key -> ConcurrentHashMap.newKeySet())
                    .add(id);
            if (known) {
                return;
            }
            spellings.add(word);
            wordsByStem
                    .computeIfAbsent(Words.stem(word), key -> ConcurrentHashMap.newKeySet())
                    .add(word);
            String sound = Words.sound(word);
            if (sound != null) {
                wordsBySound
                        .computeIfAbsent(sound, key -> ConcurrentHashMap.newKeySet())
                        .add(word);
            }
        });
    }

    void remove(String id) {
        List<String> words = wordsById.remove(id);
        if (words != null) {
            words.forEach(word -> idsByWord.computeIfPresent(word, (key, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            }));
        }
    }

    Set<String> having(String word) {
        return idsByWord.getOrDefault(word, Set.of());
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
                if (likeness >= least) {
                    add(alike, word, SOUND * (0.8 + 0.2 * likeness));
                }
            });
        }
        if (spoken.length() > 3 && !idsByWord.containsKey(spoken)) {
            spelledAlike(spoken, alike);
        }
        return alike;
    }

    private void spelledAlike(String spoken, Map<String, Double> alike) {
        spellings.near(spoken, (word, distance) -> {
            if (distance == 1 || Math.min(word.length(), spoken.length()) > 6) {
                add(alike, word, SPELLING - 0.04 * distance);
            }
        });
    }

    private void add(Map<String, Double> alike, String word, double likeness) {
        if (idsByWord.containsKey(word)) {
            alike.merge(word, likeness, Math::max);
        }
    }

    List<String> words(String id) {
        return wordsById.getOrDefault(id, List.of());
    }

    int size() {
        return wordsById.size();
    }
}
