package com.ceoplatform.task.view;

/** Where a task stands. */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    REVIEW,
    COMPLETED,
    CANCELLED,
    ON_HOLD;

    /** Whether nothing is left to do. */
    public boolean isClosed() {
        return this == COMPLETED || this == CANCELLED;
    }

    /** Whether work is going on or done, which it may not be while a blocker is open. */
    public boolean needsCompletedBlockers() {
        return switch (this) {
            case IN_PROGRESS, REVIEW, COMPLETED -> true;
            case PENDING, CANCELLED, ON_HOLD -> false;
        };
    }
}
