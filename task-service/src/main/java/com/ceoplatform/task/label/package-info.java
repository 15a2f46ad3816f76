/** The labels in use. */
@NullMarked
package com.ceoplatform.task.label;

import org.jspecify.annotations.NullMarked;
