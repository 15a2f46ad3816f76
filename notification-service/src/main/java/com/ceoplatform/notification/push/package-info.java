/** Notifications to browsers: Web Push (RFC 8030, 8291, 8292). */
@NullMarked
package com.ceoplatform.notification.push;

import org.jspecify.annotations.NullMarked;
