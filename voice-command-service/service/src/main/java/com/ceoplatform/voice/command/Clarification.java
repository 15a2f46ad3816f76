package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.Interpretation.Candidate;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.List;

/** The question that waits for the speaker. */
public record Clarification(String question, List<Choice> candidates) {

    public Clarification {
        candidates = List.copyOf(candidates);
    }

    /** One possible answer; the description tells it from the others. */
    public record Choice(ReferenceKind kind, String id, String label, String description) {

        static Choice from(Candidate candidate) {
            var reference = candidate.reference();
            return new Choice(reference.kind(), reference.id(), reference.label(), candidate.description());
        }
    }

    public static Clarification of(String question, List<Candidate> candidates) {
        return new Clarification(question, candidates.stream().map(Choice::from).toList());
    }
}
