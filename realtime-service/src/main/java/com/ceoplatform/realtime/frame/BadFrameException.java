package com.ceoplatform.realtime.frame;

/** A client's frame that cannot be acted upon; the message is written for the client. */
public class BadFrameException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean fatal;

    private BadFrameException(String code, String detail, boolean fatal) {
        super(detail);
        this.code = code;
        this.fatal = fatal;
    }

    /** Not the protocol at all: the connection ends. */
    public static BadFrameException fatal(String code, String detail) {
        return new BadFrameException(code, detail, true);
    }

    /** The protocol, but not understood: the client is told, the connection goes on. */
    static BadFrameException refused(String code, String detail) {
        return new BadFrameException(code, detail, false);
    }

    /** Stable, in lower snake case. */
    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public boolean isFatal() {
        return fatal;
    }
}
