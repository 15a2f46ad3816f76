/** Which task waits for which; knows nothing of tasks but their ids. */
@NullMarked
package com.ceoplatform.task.graph;

import org.jspecify.annotations.NullMarked;
