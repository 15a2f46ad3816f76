/**
 * Owns the tasks of the organisation. {@code task} is the aggregate, its rules, lists and events; {@code dependency} and
 * {@code comment} are what else can be done with a task, over {@code graph}, which keeps dependencies free of circles;
 * {@code activity} is the history; {@code access} says who may see what, from copies of people and channels;
 * {@code report} counts.
 */
@NullMarked
package com.ceoplatform.task;

import org.jspecify.annotations.NullMarked;
