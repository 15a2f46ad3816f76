package com.ceoplatform.realtime.socket;

import com.ceoplatform.realtime.connection.CloseCode;

/** An access token that is not accepted. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CloseCode code;

    RefusedException(CloseCode code, Throwable cause) {
        super(code.reason(), cause);
        this.code = code;
    }

    RefusedException(CloseCode code) {
        super(code.reason());
        this.code = code;
    }

    /** How a connection with this token ends. */
    CloseCode code() {
        return code;
    }
}
