package com.ceoplatform.voice.language.grammar;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of one intent.
 *
 * @param name what it stands for: an intent, a kind of detail, a way to say a date
 * @param defaults slot values that the sentence implies
 * @param bonus the file's own preference when two sentences fit
 * @param firstWords the words it can begin with; null when it can begin with a slot
 */
public record Rule(
        String name,
        Node pattern,
        Map<String, String> defaults,
        double bonus,
        @Nullable Set<String> firstWords,
        String source) {

    static Rule of(String name, Node pattern, Map<String, String> defaults, double bonus, String source) {
        Set<String> first = new HashSet<>();
        boolean closed = collect(pattern, first) && !optional(pattern);
        return new Rule(name, pattern, Map.copyOf(defaults), bonus, closed ? Set.copyOf(first) : null, source);
    }

    /** Adds the words that the node can begin with; false when it can also begin with something else than a word. */
    private static boolean collect(Node node, Set<String> first) {
        return switch (node) {
            case Node.Word word -> {
                first.add(word.norm());
                yield !Matcher.isPause(word.norm());
            }
            case Node.Slot ignored -> false;
            case Node.Choice choice -> {
                boolean all = true;
                for (Node option : choice.options()) {
                    all &= collect(option, first);
                }
                yield all;
            }
            case Node.Sequence sequence -> {
                for (Node part : sequence.parts()) {
                    if (!collect(part, first)) {
                        yield false;
                    }
                    if (!optional(part)) {
                        yield true;
                    }
                }
                yield true;
            }
        };
    }

    private static boolean optional(Node node) {
        return switch (node) {
            case Node.Choice choice -> choice.options().stream().anyMatch(Rule::optional);
            case Node.Sequence sequence -> sequence.parts().stream().allMatch(Rule::optional);
            case Node.Word ignored -> false;
            case Node.Slot ignored -> false;
        };
    }

    /** It begins with one of a few words, and this is one of them. */
    public boolean wantsFirst(String word) {
        return firstWords != null && firstWords.contains(word);
    }

    boolean canBeginWith(String word) {
        return firstWords == null || firstWords.contains(word);
    }
}
