package com.ceoplatform.task.batch;

/** What becomes of the other items when one fails. */
enum BatchMode {
    /** Nothing is done at all. */
    ALL_OR_NOTHING,
    /** Each item succeeds or fails by itself; what refers to one that failed fails too. */
    PER_ITEM
}
