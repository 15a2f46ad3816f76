/** Idempotency keys: the same request twice has one effect and one answer. */
@NullMarked
package com.ceoplatform.common.web.idempotency;

import org.jspecify.annotations.NullMarked;
