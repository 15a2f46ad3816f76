/** The history of tasks. */
@NullMarked
package com.ceoplatform.task.activity;

import org.jspecify.annotations.NullMarked;
