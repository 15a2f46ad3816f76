/** Failures that a client is told about, each with a stable code. */
@NullMarked
package com.ceoplatform.common.error;

import org.jspecify.annotations.NullMarked;
