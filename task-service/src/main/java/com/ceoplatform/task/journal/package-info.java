/** What happened to a task: the events and the history that come of it. */
@NullMarked
package com.ceoplatform.task.journal;

import org.jspecify.annotations.NullMarked;
