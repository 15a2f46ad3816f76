/**
 * Owns the tasks and meetings of the organisation. {@code task} is the aggregate, its rules, lists, events and alarms, with
 * its due dates and series in {@code schedule}; {@code batch}, {@code comment}, {@code dependency}, {@code subtask},
 * {@code label} and {@code watching} are what else can be done with tasks, {@code attachment} hears of files, {@code graph} keeps dependencies free of circles
 * and {@code activity} the history; {@code meeting} invites people, {@code calendar} shows them all of it, both written by
 * {@code ical}; {@code access} says who may see what, from copies of people and channels; {@code report} counts;
 * {@code scheduling} runs what has its time.
 */
@NullMarked
package com.ceoplatform.task;

import org.jspecify.annotations.NullMarked;
