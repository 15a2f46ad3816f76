/** From the log to the connections: live events and replays. */
@NullMarked
package com.ceoplatform.realtime.delivery;

import org.jspecify.annotations.NullMarked;
