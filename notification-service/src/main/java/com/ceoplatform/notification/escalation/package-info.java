/** Urgent messages that nobody reacted to try the next way to their person. */
@NullMarked
package com.ceoplatform.notification.escalation;

import org.jspecify.annotations.NullMarked;
