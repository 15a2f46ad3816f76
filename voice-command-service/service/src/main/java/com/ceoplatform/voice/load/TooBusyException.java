package com.ceoplatform.voice.load;

/** More is waiting than can be worked on in time; nothing of what was asked has been done. */
public final class TooBusyException extends RuntimeException {

    /** When to come again: by then most of what waits has been worked on. */
    public static final int RETRY_AFTER_SECONDS = 2;

    private static final long serialVersionUID = 1L;

    private final String code;

    private TooBusyException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public static TooBusyException speech() {
        return new TooBusyException("speech_busy", "Too much speech is waiting to be recognised.");
    }

    public static TooBusyException commands() {
        return new TooBusyException("commands_busy", "Too many commands are waiting to be carried out.");
    }

    public String code() {
        return code;
    }

    /** A sentence for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
