/** Events that could not be handled: listed, shown and driven again. */
@NullMarked
package com.ceoplatform.common.events.deadletter;

import org.jspecify.annotations.NullMarked;
