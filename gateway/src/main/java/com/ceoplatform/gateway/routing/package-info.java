/** The way of requests and WebSockets to the services. */
@NullMarked
package com.ceoplatform.gateway.routing;

import org.jspecify.annotations.NullMarked;
