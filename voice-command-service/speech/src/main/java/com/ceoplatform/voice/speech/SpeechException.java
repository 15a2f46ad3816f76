package com.ceoplatform.voice.speech;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** No transcript. The message says in one line what was wrong and holds nothing secret. */
public final class SpeechException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SpeechFailure failure;

    public SpeechException(SpeechFailure failure, String message) {
        this(failure, message, null);
    }

    public SpeechException(SpeechFailure failure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = requireNonNull(failure, "failure is null");
    }

    public SpeechFailure failure() {
        return failure;
    }
}
