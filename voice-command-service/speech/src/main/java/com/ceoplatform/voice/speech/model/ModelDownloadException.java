package com.ceoplatform.voice.speech.model;

import org.jspecify.annotations.Nullable;

/** The models could not be fetched. The message is one line for the person at the terminal. */
public final class ModelDownloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelDownloadException(String message) {
        this(message, null);
    }

    ModelDownloadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
