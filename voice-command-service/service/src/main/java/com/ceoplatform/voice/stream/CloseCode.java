package com.ceoplatform.voice.stream;

import org.springframework.web.socket.CloseStatus;

/** Why the server ends a connection: the codes of {@code /ws}, as far as they apply. */
enum CloseCode {
    GOING_AWAY(1001, "Going away"),
    BAD_FRAME(4400, "Bad frame"),
    NOT_AUTHENTICATED(4401, "Not authenticated or expired"),
    REVOKED(4403, "Revoked"),
    IDLE(4408, "No sign of life"),
    TOO_SLOW(4409, "Too slow"),
    TOO_MANY_CONNECTIONS(4429, "Too many connections");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    CloseStatus status() {
        return new CloseStatus(code, reason);
    }
}
