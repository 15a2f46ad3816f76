/** Which texts the platform takes. */
@NullMarked
package com.ceoplatform.common.text;

import org.jspecify.annotations.NullMarked;
