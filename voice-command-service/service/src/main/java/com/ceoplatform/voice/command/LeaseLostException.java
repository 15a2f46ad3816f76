package com.ceoplatform.voice.command;

import java.util.UUID;

/** Another process executes the command now; this one must not touch it any more. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(UUID commandId) {
        super("Command " + commandId + " is held by another process");
    }
}
