package com.ceoplatform.voice.command;

/** Something else was said in the conversation meanwhile; the sentence must be read again. */
public final class DialogueMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DialogueMovedException() {
        super("The conversation has moved on");
    }
}
