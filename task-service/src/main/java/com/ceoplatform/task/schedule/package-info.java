/** Time in the life of a task: its due date, what to remind of before, and how it repeats. */
@NullMarked
package com.ceoplatform.task.schedule;

import org.jspecify.annotations.NullMarked;
