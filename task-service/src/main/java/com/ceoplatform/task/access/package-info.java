/** Who somebody is to tasks and channels. */
@NullMarked
package com.ceoplatform.task.access;

import org.jspecify.annotations.NullMarked;
