package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a phrase refers to.
 *
 * @param kind user, channel or task, also when the references are to actions that will make one
 * @param pronoun said as "it" or "them"
 * @param group said as a set ("all", a team), which may be empty without being a mistake
 * @param place the channel that was named to say which tasks
 * @param closed tasks of the same set that are done, which count only when all of it moves
 */
public record Found(
        ReferenceKind kind,
        List<Reference> references,
        List<Unclear> unclear,
        boolean pronoun,
        boolean group,
        @Nullable Reference place,
        List<Reference> closed)
        implements Value {

    private Found(
            ReferenceKind kind, List<Reference> references, List<Unclear> unclear, boolean pronoun, boolean group) {
        this(kind, references, unclear, pronoun, group, null, List.of());
    }

    /** Tasks of a channel, which is thereby spoken of too. */
    Found in(@Nullable Reference channel, List<Reference> done) {
        return new Found(kind, references, unclear, pronoun, group, channel, done);
    }

    /** With those that are done. */
    public List<Reference> whole() {
        return Stream.concat(references.stream(), closed.stream()).toList();
    }

    public static Found one(ReferenceKind kind, Reference reference) {
        return new Found(kind, List.of(reference), List.of(), false, false);
    }

    static Found some(ReferenceKind kind, List<Reference> references) {
        return new Found(kind, List.copyOf(references), List.of(), false, true);
    }

    static Found pronoun(ReferenceKind kind, List<Reference> references) {
        return new Found(kind, List.copyOf(references), List.of(), true, references.size() > 1);
    }

    static Found not(Unclear unclear) {
        return new Found(unclear.kind(), List.of(), List.of(unclear), false, false);
    }

    /** A pronoun for which nothing was found. */
    static Found nobody(Unclear unclear) {
        return new Found(unclear.kind(), List.of(), List.of(unclear), true, false);
    }

    public boolean clear() {
        return unclear.isEmpty();
    }

    public Found and(Found other) {
        Set<Reference> both = new LinkedHashSet<>(references);
        both.addAll(other.references);
        List<Unclear> questions = new ArrayList<>(unclear);
        questions.addAll(other.unclear);
        return new Found(kind, List.copyOf(both), questions, pronoun && other.pronoun, group || other.group);
    }

    Found without(Found other) {
        List<Reference> left = references.stream()
                .filter(reference -> !other.references.contains(reference))
                .toList();
        List<Unclear> questions = new ArrayList<>(unclear);
        questions.addAll(other.unclear);
        return new Found(kind, left, questions, pronoun, group);
    }
}
