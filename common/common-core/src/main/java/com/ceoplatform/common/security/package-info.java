/** Who is calling. */
@NullMarked
package com.ceoplatform.common.security;

import org.jspecify.annotations.NullMarked;
