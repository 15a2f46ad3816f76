/** Several requests in one round trip. */
@NullMarked
package com.ceoplatform.gateway.batch;

import org.jspecify.annotations.NullMarked;
