package com.ceoplatform.task.view;

/** How much a task matters, rising. */
public enum TaskPriority {
    LOW(0),
    MEDIUM(1),
    HIGH(2),
    URGENT(3),
    CRITICAL(4);

    private final int rank;

    TaskPriority(int rank) {
        this.rank = rank;
    }

    /** The column {@code priority_rank} that tasks are sorted by. */
    int rank() {
        return rank;
    }
}
