package com.ceoplatform.message.scheduled;

/** Where a scheduled message stands; all but the first are final. */
enum ScheduleStatus {
    SCHEDULED,
    SENT,
    CANCELLED,
    /** Its time came, but the sender might not write there any more. */
    FAILED
}
