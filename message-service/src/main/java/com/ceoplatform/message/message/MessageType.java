package com.ceoplatform.message.message;

/** Who speaks in a message: a person, or the platform about something that happened. */
public enum MessageType {
    /** What a person wrote. */
    TEXT,
    MEMBER_ADDED,
    MEMBER_REMOVED,
    CHANNEL_ARCHIVED,
    CHANNEL_RESTORED,
    /** What a voice command did in the channel. */
    COMMAND_RESULT
}
