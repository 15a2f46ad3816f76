package com.ceoplatform.notification.delivery;

/** Where a mail, push or webhook call stands; all but the first are final. */
enum DispatchState {
    PENDING,
    /** The other side took it. */
    SENT,
    /** The other side took it, or would not, and said that it can never arrive. */
    BOUNCED,
    /** It must not or can no longer be sent: unsubscribed, gone, left. */
    SUPPRESSED,
    /** What it was to tell was taken back before. */
    WITHDRAWN,
    /** Every attempt failed; it waits for an operator. */
    DEAD
}
