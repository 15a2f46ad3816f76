/** Reminders: told once, when their time has come. */
@NullMarked
package com.ceoplatform.notification.reminder;

import org.jspecify.annotations.NullMarked;
