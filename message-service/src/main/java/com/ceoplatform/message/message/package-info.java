/** The message: reading, editing, deleting, pinning, and what is told of it. */
@NullMarked
package com.ceoplatform.message.message;

import org.jspecify.annotations.NullMarked;
