package com.ceoplatform.voice.command;

/** What is being done about a command; decides how a process that takes it over goes on. */
public enum Phase {
    /** Received; no plan yet. */
    INTERPRETING,
    /** Its actions are carried out. */
    FORWARD,
    /** One failed; what was done is taken back. */
    ROLLING_BACK,
    /** The speaker wants it undone. */
    UNDOING,
    /** Nothing. */
    AT_REST
}
