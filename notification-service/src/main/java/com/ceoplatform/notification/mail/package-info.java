/** Notifications by e-mail: SMTP, unsubscribing with one click, and what comes back. */
@NullMarked
package com.ceoplatform.notification.mail;

import org.jspecify.annotations.NullMarked;
