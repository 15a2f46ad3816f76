/** The people that a text names. */
@NullMarked
package com.ceoplatform.message.mention;

import org.jspecify.annotations.NullMarked;
