/** One connected client: its bounded queue, its timers, its end. */
@NullMarked
package com.ceoplatform.realtime.connection;

import org.jspecify.annotations.NullMarked;
