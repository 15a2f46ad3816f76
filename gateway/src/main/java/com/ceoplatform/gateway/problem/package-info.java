/** One format for everything that the gateway itself refuses (RFC 9457). */
@NullMarked
package com.ceoplatform.gateway.problem;

import org.jspecify.annotations.NullMarked;
