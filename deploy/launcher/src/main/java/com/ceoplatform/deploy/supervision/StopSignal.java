package com.ceoplatform.deploy.supervision;

/** How a process is asked to end in order. */
public enum StopSignal {
    TERM,
    /** What PostgreSQL calls a fast shutdown: it does not wait for its clients to leave. */
    INT
}
