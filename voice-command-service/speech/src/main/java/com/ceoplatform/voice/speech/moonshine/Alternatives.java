package com.ceoplatform.voice.speech.moonshine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What may have been said in all, from what may have been said in each stretch of it. */
final class Alternatives {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

    private final int most;
    private List<Option> options = List.of(new Option("", 0));

    Alternatives(int most) {
        this.most = most;
    }

    private record Option(String text, double score) {

        /** Punctuation and capitals make no other sentence. */
        private String words() {
            return String.join(" ", NO_WORD.split(text.toLowerCase(Locale.ROOT)));
        }
    }

    /** The next stretch, best text first. */
    void add(List<BeamSearch.Text> texts, Function<List<Integer>, String> decoder) {
        List<Option> longer = new ArrayList<>();
        for (BeamSearch.Text text : texts) {
            String words = decoder.apply(text.tokens());
            for (Option option : options) {
                longer.add(new Option((option.text + " " + words).strip(), option.score + text.score()));
            }
        }
        longer.sort(Comparator.comparingDouble(Option::score).reversed());
        Set<String> known = new HashSet<>();
        longer.removeIf(option -> !known.add(option.words()));
        options = longer.subList(0, Math.min(most, longer.size()));
    }

    /** Best first. */
    List<String> texts() {
        return options.stream()
                .map(Option::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
