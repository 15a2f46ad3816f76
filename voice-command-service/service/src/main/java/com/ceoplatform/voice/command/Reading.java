package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.Interpretation;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence was understood.
 *
 * @param dialogueVersion of the conversation it was read against; when that has moved on, it must be read again
 * @param credential the speaker's sealed token, for the execution
 * @param preparedMs from the arrival of the request until now
 */
public record Reading(
        Interpretation interpretation,
        long dialogueVersion,
        String credential,
        @Nullable String traceparent,
        long interpretationMs,
        long preparedMs) {}
