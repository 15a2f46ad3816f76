package com.ceoplatform.voice.command;

/** What a command is to its speaker. */
public enum CommandStatus {
    EXECUTING,
    COMPLETED,
    PARTIALLY_COMPLETED,
    FAILED,
    ROLLED_BACK,
    AWAITING_CONFIRMATION,
    AWAITING_CLARIFICATION,
    NOT_UNDERSTOOD,
    CANCELLED,
    UNDONE,
    PLANNED;

    /** Nothing more happens by itself: it has ended, or the speaker must say something. */
    public boolean settled() {
        return this != EXECUTING;
    }

    public boolean awaiting() {
        return this == AWAITING_CONFIRMATION || this == AWAITING_CLARIFICATION;
    }

    /** Type of the event that tells of a command having come to this status. */
    String event() {
        return switch (this) {
            case EXECUTING -> "command.planned";
            case COMPLETED, CANCELLED, PLANNED -> "command.completed";
            case PARTIALLY_COMPLETED, FAILED, NOT_UNDERSTOOD -> "command.failed";
            case ROLLED_BACK -> "command.rolled_back";
            case AWAITING_CONFIRMATION -> "command.awaiting_confirmation";
            case AWAITING_CLARIFICATION -> "command.awaiting_clarification";
            case UNDONE -> "command.undone";
        };
    }
}
