package com.ceoplatform.common.events;

/** A record that is no event of the platform; retrying cannot help, so it becomes a dead letter at once. */
public class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
