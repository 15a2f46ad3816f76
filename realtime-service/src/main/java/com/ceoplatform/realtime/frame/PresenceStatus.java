package com.ceoplatform.realtime.frame;

/** Whether a person is there; of several connections of one person the first in this order counts. */
public enum PresenceStatus {
    ONLINE,
    AWAY,
    OFFLINE
}
