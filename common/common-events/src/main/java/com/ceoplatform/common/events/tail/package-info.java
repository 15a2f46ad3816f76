/** Readers outside consumer groups: every process reads everything by itself. */
@NullMarked
package com.ceoplatform.common.events.tail;

import org.jspecify.annotations.NullMarked;
