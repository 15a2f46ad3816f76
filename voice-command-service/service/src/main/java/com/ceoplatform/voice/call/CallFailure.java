package com.ceoplatform.voice.call;

import com.ceoplatform.voice.command.ActionError;

/** Why a call did not succeed. */
public final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What may be concluded from the failure. */
    public enum Kind {
        /** The service said no; nothing happened. */
        REFUSED,
        /** What was asked for is not there; nothing happened. */
        NOT_FOUND,
        /** Somebody changed it meanwhile; nothing happened. */
        STALE,
        /** The token is not valid any more. */
        UNAUTHENTICATED,
        /** The service could not be reached, or broke off, until patience ran out. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final boolean uncertain;
    private final transient ActionError error;

    CallFailure(Kind kind, boolean uncertain, String code, String detail) {
        super(code + ": " + detail);
        this.kind = kind;
        this.uncertain = uncertain;
        this.error = new ActionError(code, detail);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the call may have had its effect nevertheless. */
    public boolean uncertain() {
        return uncertain;
    }

    public ActionError error() {
        return error;
    }
}
