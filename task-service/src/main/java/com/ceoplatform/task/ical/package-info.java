/** Calendars as other programs read them (RFC 5545 and 5546). */
@NullMarked
package com.ceoplatform.task.ical;

import org.jspecify.annotations.NullMarked;
