/** Calls to addresses that somebody else chose: never into the private network. */
@NullMarked
package com.ceoplatform.notification.outbound;

import org.jspecify.annotations.NullMarked;
