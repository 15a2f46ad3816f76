/** Every refusal as problem details (RFC 9457). */
@NullMarked
package com.ceoplatform.common.web.problem;

import org.jspecify.annotations.NullMarked;
