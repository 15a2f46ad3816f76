package com.ceoplatform.voice.command;

/** Where one step of a plan stands. */
public enum ActionStatus {
    PENDING,
    /** Called, or about to be; the outcome is not known yet. */
    EXECUTING,
    DONE,
    FAILED,
    /** Not tried, because another step failed. */
    SKIPPED,
    /** Called, and it could not be found out whether it happened. */
    UNKNOWN,
    ROLLED_BACK,
    UNDONE
}
