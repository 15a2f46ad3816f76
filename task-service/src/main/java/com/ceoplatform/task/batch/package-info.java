/** Creating and changing many tasks with one request. */
@NullMarked
package com.ceoplatform.task.batch;

import org.jspecify.annotations.NullMarked;
