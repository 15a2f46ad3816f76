package com.ceoplatform.deploy.home;

/** Something the person at the keyboard can understand and act on: shown as one line, without a stack trace. */
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
