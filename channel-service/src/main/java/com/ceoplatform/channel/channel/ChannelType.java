package com.ceoplatform.channel.channel;

/** What a channel is for. */
public enum ChannelType {
    PROJECT,
    DEPARTMENT,
    INITIATIVE,
    TEMPORARY,
    ANNOUNCEMENT,
    EMERGENCY,
    /** A conversation of a fixed set of people: always private, one per set, never renamed or archived. */
    DIRECT
}
