package com.ceoplatform.voice.language.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;

/** Names and titles as comparable words: lower case, without accents and punctuation. */
public final class Words {

    private static final int LONGEST = 40;
    private static final int MOST = 40;
    private static final Set<String> WEAK = Set.of(
            "the", "a", "an", "of", "for", "to", "and", "in", "on", "our", "my", "el", "la", "los", "las", "de", "del");

    private static final String[][] BRITISH = {
        {"ogue", "og"},
        {"ogues", "og"},
        {"our", "or"},
        {"ours", "or"},
        {"tre", "ter"},
        {"ence", "ense"},
        {"ise", "ize"},
        {"yse", "yze"},
        {"amme", "am"}
    };

    private Words() {}

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String folded = fold(text);
        for (int i = 0; i <= folded.length() && words.size() < MOST; i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                if (word.length() < LONGEST) {
                    word.append(c);
                }
            } else if (c != '\'' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Lower case, without accents; typographic apostrophes are plain ones. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Articles and prepositions say nothing about which thing is meant. */
    public static List<String> strong(List<String> words) {
        List<String> strong =
                words.stream().filter(word -> !WEAK.contains(word)).toList();
        return strong.isEmpty() ? words : strong;
    }

    /** What a word has in common with its other forms: pouring, poured, pours; catalogue, catalog. */
    static String stem(String spelling) {
        String word = american(spelling);
        String stem = word;
        for (String ending : List.of("ing", "ed", "es", "s", "e")) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending) && spelt(word)) {
                stem = word.substring(0, word.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1) && stem.length() < word.length();
        return doubled ? stem.substring(0, last) : stem;
    }

    private static String american(String word) {
        for (String[] ending : BRITISH) {
            if (word.length() > ending[0].length() + 1 && word.endsWith(ending[0])) {
                return word.substring(0, word.length() - ending[0].length()) + ending[1];
            }
        }
        return word;
    }

    /** Letters only. */
    static boolean spelt(String word) {
        return word.chars().allMatch(Character::isLetter);
    }

    /** How a word sounds, or null when it has no sound of its own (digits). */
    static @Nullable String sound(String word) {
        if (!spelt(word)) {
            return null;
        }
        // A coder keeps no state, but is documented as not thread-safe; making one is cheap.
        String code = new DoubleMetaphone().doubleMetaphone(word);
        return code == null || code.isEmpty() ? null : code;
    }
}
