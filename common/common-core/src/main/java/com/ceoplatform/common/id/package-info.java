/** Identifiers. */
@NullMarked
package com.ceoplatform.common.id;

import org.jspecify.annotations.NullMarked;
