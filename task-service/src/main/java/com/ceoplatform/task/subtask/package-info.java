/** The parts that a task was split into. */
@NullMarked
package com.ceoplatform.task.subtask;

import org.jspecify.annotations.NullMarked;
