/** What this service hears of files that are linked to tasks: whoever sees the task is told, and its history knows. */
@NullMarked
package com.ceoplatform.task.attachment;

import org.jspecify.annotations.NullMarked;
