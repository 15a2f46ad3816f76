package com.ceoplatform.notification.reminder;

/** Where a reminder stands; the last two are final. */
enum ReminderStatus {
    SCHEDULED,
    FIRED,
    CANCELLED
}
