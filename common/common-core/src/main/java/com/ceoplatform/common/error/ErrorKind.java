package com.ceoplatform.common.error;

/** The closed set of reasons a request can be refused for, each with its HTTP status. */
public enum ErrorKind {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHENTICATED(401, "Not authenticated"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    CONFLICT(409, "Conflict"),
    GONE(410, "Gone"),
    STALE(412, "Changed meanwhile"),
    TOO_LARGE(413, "Too large"),
    INVALID(422, "Invalid"),
    RATE_LIMITED(429, "Too many requests"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    ErrorKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status code (RFC 9110). */
    public int status() {
        return status;
    }

    /** Short English summary that is the same for every occurrence of the kind. */
    public String title() {
        return title;
    }
}
