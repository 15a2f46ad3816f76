package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.organisation.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the words of an action were said at all: an interpreter may read a sentence, not add to it. */
final class Grounding {

    /** So many letters in common make two words forms of one ("prepare", "preparing"). */
    private static final int STEM = 4;

    private final Set<String> said;

    Grounding(String transcript) {
        this.said = new HashSet<>(words(transcript));
    }

    /** All of them, however many. */
    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+"))
                .flatMap(piece -> Words.of(piece).stream())
                .toList();
    }

    boolean holds(WordedAction action) {
        return Stream.of(action.people(), action.addPeople(), action.tasks(), action.blockedBy())
                        .flatMap(List::stream)
                        .allMatch(this::literally)
                && literally(action.channel())
                && literally(action.when())
                && inSubstance(action.name())
                && inSubstance(action.text());
    }

    /** A name or a moment: every word of it. */
    private boolean literally(@Nullable String words) {
        return words == null || said.containsAll(Words.strong(words(words)));
    }

    /** A title or a text: every word of it in some form. */
    private boolean inSubstance(@Nullable String words) {
        return words == null
                || Words.strong(words(words)).stream()
                        .allMatch(word -> said.stream().anyMatch(other -> sameStem(word, other)));
    }

    private static boolean sameStem(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int common = Math.min(one.length(), other.length());
        int stem = Math.max(STEM, common - 2);
        return common >= STEM
                && one.length() >= stem
                && other.length() >= stem
                && one.substring(0, stem).equals(other.substring(0, stem));
    }
}
