package com.ceoplatform.task.graph;

/** What it means that one task depends on another. */
public enum DependencyType {
    /** The other one must be completed before work on this one may start. */
    BLOCKS,
    /** The same, said from the other side: this one needs the result of the other one. */
    REQUIRES,
    /** This one is planned after the other one; nothing is refused because of it. */
    FOLLOWS;

    /** Whether the other task must be completed first. */
    public boolean blocks() {
        return switch (this) {
            case BLOCKS, REQUIRES -> true;
            case FOLLOWS -> false;
        };
    }
}
