/** Work at a certain time, once in the whole cluster, whatever is restarted. */
@NullMarked
package com.ceoplatform.task.scheduling;

import org.jspecify.annotations.NullMarked;
