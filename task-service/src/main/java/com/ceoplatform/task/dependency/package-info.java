/** Making tasks wait for each other. */
@NullMarked
package com.ceoplatform.task.dependency;

import org.jspecify.annotations.NullMarked;
