package com.ceoplatform.task.view;

/** When the next task of a series is created. */
public enum NextWhen {
    /** As soon as the current one is completed; what was missed meanwhile is skipped. */
    COMPLETED,
    /** When the current one is due, whether it is completed or not; none is skipped. */
    DUE
}
