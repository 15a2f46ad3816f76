package com.ceoplatform.voice.recognition;

/** More speech is waiting than can be recognised in time. */
public final class TooBusyException extends RuntimeException {

    /** When to come again: by then what waits has been recognised. */
    public static final int RETRY_AFTER_SECONDS = 2;

    private static final long serialVersionUID = 1L;

    TooBusyException() {
        super("Too much speech is waiting to be recognised");
    }
}
