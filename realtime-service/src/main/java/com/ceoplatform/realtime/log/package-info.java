/** The event log as this replica sees it: positions, the recent window, reading older events back from Kafka. */
@NullMarked
package com.ceoplatform.realtime.log;

import org.jspecify.annotations.NullMarked;
