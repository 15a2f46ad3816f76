/** Wanting to know about a task without working on it. */
@NullMarked
package com.ceoplatform.task.watching;

import org.jspecify.annotations.NullMarked;
