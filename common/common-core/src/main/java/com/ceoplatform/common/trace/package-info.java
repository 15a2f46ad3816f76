/** W3C trace context carried through requests and events. */
@NullMarked
package com.ceoplatform.common.trace;

import org.jspecify.annotations.NullMarked;
