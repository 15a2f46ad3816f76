package com.ceoplatform.deploy.bench.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What counts as the same word: not how it is written. Numbers are digits, whether they came as digits or words. */
final class Words {

    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9']+");
    private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");
    private static final List<String> UNITS = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    .concat(" seventeen eighteen nineteen")
                    .split(" "));
    private static final List<String> ORDINALS = List.of(
            "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
                    .concat(" fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
                    .split(" "));
    private static final Map<String, Integer> TENS =
            Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "thirtieth", 30, "twentieth", 20);

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String spoken = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (String word : SEPARATORS.split(spoken)) {
            if (!word.isEmpty()) {
                words.add(digits(word));
            }
        }
        return words;
    }

    static String joined(String text) {
        return of(text).stream().collect(Collectors.joining(" "));
    }

    private static String digits(String word) {
        int unit = Math.max(UNITS.indexOf(word), ORDINALS.indexOf(word));
        if (unit >= 0) {
            return Integer.toString(unit);
        }
        if (TENS.containsKey(word)) {
            return Integer.toString(TENS.get(word));
        }
        var ordinal = ORDINAL.matcher(word);
        return ordinal.matches() ? ordinal.group(1) : word;
    }

    /** How many words have to be changed, added or taken away to make one of the other. */
    static int errors(List<String> said, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        Arrays.setAll(row, index -> index);
        for (int i = 1; i <= said.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= heard.size(); j++) {
                int changed = diagonal + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[heard.size()];
    }
}
