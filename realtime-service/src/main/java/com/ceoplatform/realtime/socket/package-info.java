/** The door: handshake, access tokens, the frames that clients send. */
@NullMarked
package com.ceoplatform.realtime.socket;

import org.jspecify.annotations.NullMarked;
