/** Consumers of events: dispatch by type, retries, dead letters. */
@NullMarked
package com.ceoplatform.common.events.subscription;

import org.jspecify.annotations.NullMarked;
