/** The JSON text frames of the WebSocket contract, in both directions. */
@NullMarked
package com.ceoplatform.realtime.frame;

import org.jspecify.annotations.NullMarked;
