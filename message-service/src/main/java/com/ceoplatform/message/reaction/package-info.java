/** Emoji and acknowledgements. */
@NullMarked
package com.ceoplatform.message.reaction;

import org.jspecify.annotations.NullMarked;
