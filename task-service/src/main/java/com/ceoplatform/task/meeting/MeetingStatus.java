package com.ceoplatform.task.meeting;

/** Whether a meeting takes place. */
enum MeetingStatus {
    SCHEDULED,
    CANCELLED
}
