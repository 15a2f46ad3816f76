/** How far people have read. */
@NullMarked
package com.ceoplatform.message.unread;

import org.jspecify.annotations.NullMarked;
