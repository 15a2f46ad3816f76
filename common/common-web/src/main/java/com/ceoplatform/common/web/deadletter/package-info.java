/** Dead letters for operators. */
@NullMarked
package com.ceoplatform.common.web.deadletter;

import org.jspecify.annotations.NullMarked;
