/** Who is online, away or typing; ephemeral, shared between replicas through Redis. */
@NullMarked
package com.ceoplatform.realtime.presence;

import org.jspecify.annotations.NullMarked;
