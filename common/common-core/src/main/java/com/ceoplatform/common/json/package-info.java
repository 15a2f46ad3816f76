/** The JSON dialect that every service speaks. */
@NullMarked
package com.ceoplatform.common.json;

import org.jspecify.annotations.NullMarked;
