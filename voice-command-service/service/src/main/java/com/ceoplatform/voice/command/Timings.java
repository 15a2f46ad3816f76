package com.ceoplatform.voice.command;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where the time went, in milliseconds; null for what did not happen (yet). Execution begins with waiting for its turn. The
 * total is without the speaker's thinking.
 */
@Embeddable
public record Timings(
        @Nullable Long recognitionMs,
        @Nullable Long interpretationMs,
        @Nullable Long executionMs,
        @Nullable Long totalMs) {

    static Timings recognised(@Nullable Long recognitionMs) {
        return new Timings(recognitionMs, null, null, recognitionMs);
    }

    /** @param prepared from the request's arrival to the plan */
    Timings interpreted(long interpretation, long prepared) {
        return new Timings(recognitionMs, interpretation, executionMs, prepared);
    }

    Timings executed(long execution) {
        return new Timings(recognitionMs, interpretationMs, execution, (totalMs == null ? 0 : totalMs) + execution);
    }
}
