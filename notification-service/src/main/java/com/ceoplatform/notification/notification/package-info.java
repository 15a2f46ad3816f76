/** Notifications: what they hold, their list, reading and withdrawing them. */
@NullMarked
package com.ceoplatform.notification.notification;

import org.jspecify.annotations.NullMarked;
