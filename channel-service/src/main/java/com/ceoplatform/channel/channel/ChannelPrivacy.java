package com.ceoplatform.channel.channel;

/** Who can know of a channel. */
public enum ChannelPrivacy {
    /** Everybody sees it and may join. */
    PUBLIC,
    /** To everybody but its members it does not exist. */
    PRIVATE,
    /** Everybody sees that it is there; content and members are for its members. */
    RESTRICTED
}
