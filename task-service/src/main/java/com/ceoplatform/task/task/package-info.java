/** Tasks: the aggregate, its rules, who may do what, lists and events. */
@NullMarked
package com.ceoplatform.task.task;

import org.jspecify.annotations.NullMarked;
