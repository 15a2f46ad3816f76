/** Brings notifications out of the platform: by mail, push and webhook, now or later, again when it failed. */
@NullMarked
package com.ceoplatform.notification.delivery;

import org.jspecify.annotations.NullMarked;
