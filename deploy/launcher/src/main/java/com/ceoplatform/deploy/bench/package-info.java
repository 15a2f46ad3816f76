/** Open-loop load through the gateway: fixed schedules, latencies from the intended time to every receiver. */
@NullMarked
package com.ceoplatform.deploy.bench;

import org.jspecify.annotations.NullMarked;
