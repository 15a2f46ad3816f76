package com.ceoplatform.realtime.audience;

/** Whether somebody may see something. */
public enum Verdict {
    YES,
    NO,
    /** Only another service can tell. */
    UNKNOWN
}
