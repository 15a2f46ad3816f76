/** What a client of the platform does: REST through the gateway and the WebSocket. */
@NullMarked
package com.ceoplatform.deploy.client;

import org.jspecify.annotations.NullMarked;
