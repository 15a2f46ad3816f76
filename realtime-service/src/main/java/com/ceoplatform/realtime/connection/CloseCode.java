package com.ceoplatform.realtime.connection;

/** Why the server ends a connection. A client with a valid token may come back and resume after each of them. */
public enum CloseCode {
    GOING_AWAY(1001, "Going away"),
    BAD_FRAME(4400, "Bad frame"),
    NOT_AUTHENTICATED(4401, "Not authenticated or expired"),
    REVOKED(4403, "Revoked"),
    NO_HEARTBEAT(4408, "No heartbeat"),
    TOO_SLOW(4409, "Too slow"),
    TOO_MANY_CONNECTIONS(4429, "Too many connections");

    private final int status;
    private final String reason;

    CloseCode(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
