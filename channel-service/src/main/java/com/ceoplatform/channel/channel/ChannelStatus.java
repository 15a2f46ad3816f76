package com.ceoplatform.channel.channel;

/** Whether a channel can still be written to. */
public enum ChannelStatus {
    ACTIVE,
    ARCHIVED
}
