package com.ceoplatform.voice.recognition;

/** More speech is waiting than can be recognised in time. */
public final class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooBusyException() {
        super("Too much speech is waiting to be recognised");
    }
}
