package com.ceoplatform.voice.model;

/** Why there is no use in what a model answered, or did not answer. */
final class ModelFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What became of the question. */
    enum Kind {
        /** Nobody was asked: too many questions at a time, or too many failures just before. */
        NOT_ASKED,
        /** No answer within the deadline. */
        LATE,
        /** No connection, a broken one, or an error. */
        UNAVAILABLE,
        /** Something else than what was asked for, cut off, or refused. */
        UNUSABLE
    }

    private final Kind kind;

    ModelFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
