/** Secrets that the service makes itself when the environment gives none. */
@NullMarked
package com.ceoplatform.notification.secret;

import org.jspecify.annotations.NullMarked;
