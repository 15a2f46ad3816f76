/** One's deadlines and meetings as a calendar for other programs. */
@NullMarked
package com.ceoplatform.task.calendar;

import org.jspecify.annotations.NullMarked;
