package com.ceoplatform.realtime.delivery;

import com.ceoplatform.realtime.log.Positions;

/**
 * A moment of the log.
 *
 * @param sequence the last event that this replica had handled
 * @param positions how far every stream had been handled
 */
record Point(long sequence, Positions positions) {}
