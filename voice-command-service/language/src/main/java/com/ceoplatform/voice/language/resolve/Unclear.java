package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.List;

/**
 * Something that was said and cannot be acted on without asking.
 *
 * @param key names it across readings of the same sentence
 * @param said the words, as spoken
 * @param candidates what it may be, when that is known
 */
public record Unclear(String key, ReferenceKind kind, Reason reason, String said, List<Reference> candidates) {

    /** Why it must be asked. */
    public enum Reason {
        AMBIGUOUS,
        UNKNOWN,
        MISSING,
        MISSING_TIME,
        MISSING_NAME,
        MISSING_CONTENT
    }

    static Unclear ambiguous(ReferenceKind kind, String said, List<Reference> candidates) {
        return new Unclear(kind.wire() + ":" + said, kind, Reason.AMBIGUOUS, said, candidates);
    }

    static Unclear unknown(ReferenceKind kind, String said) {
        return new Unclear(kind.wire() + ":" + said, kind, Reason.UNKNOWN, said, List.of());
    }

    public static Unclear missing(ReferenceKind kind, Reason reason, String key) {
        return new Unclear("missing:" + key, kind, reason, "", List.of());
    }
}
