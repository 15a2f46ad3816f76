package com.ceoplatform.task.label;

/**
 * A label in use.
 *
 * @param tasks how many of the tasks that were looked at have it
 */
record LabelResponse(String name, long tasks) {}
