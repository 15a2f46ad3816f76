package com.ceoplatform.channel.history;

/** What can happen to a channel. */
public enum HistoryKind {
    CREATED,
    UPDATED,
    ARCHIVED,
    RESTORED,
    MEMBER_ADDED,
    MEMBER_REMOVED
}
