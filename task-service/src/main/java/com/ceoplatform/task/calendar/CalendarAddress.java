package com.ceoplatform.task.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The private address of one's calendar.
 *
 * @param url to subscribe to; told only when it is made, since only its hash is kept
 * @param createdAt null when there is none
 */
record CalendarAddress(@Nullable String url, @Nullable Instant createdAt) {}
