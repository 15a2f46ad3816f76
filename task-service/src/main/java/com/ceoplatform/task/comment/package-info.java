/** What people say about a task. */
@NullMarked
package com.ceoplatform.task.comment;

import org.jspecify.annotations.NullMarked;
