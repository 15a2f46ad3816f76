/** Inbox: each consumer handles each event once. */
@NullMarked
package com.ceoplatform.common.events.inbox;

import org.jspecify.annotations.NullMarked;
