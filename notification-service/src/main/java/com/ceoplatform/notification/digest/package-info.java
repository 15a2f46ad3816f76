/** Collects what waits: after quiet hours, every so many minutes, or once a day. */
@NullMarked
package com.ceoplatform.notification.digest;

import org.jspecify.annotations.NullMarked;
