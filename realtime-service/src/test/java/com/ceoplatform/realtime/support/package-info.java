/** Replicas, clients and a channel-service to test with. */
@NullMarked
package com.ceoplatform.realtime.support;

import org.jspecify.annotations.NullMarked;
