package com.ceoplatform.channel.channel;

/** Who can know of a channel. */
public enum ChannelPrivacy {
    /** Everybody sees it and may join. */
    PUBLIC,
    /** To everybody but its members it does not exist. */
    PRIVATE,
    /**
     * Everybody finds it in the lists; its messages, files and members are for its members, and who wants to become one
     * asks an owner or moderator to be added.
     */
    RESTRICTED
}
