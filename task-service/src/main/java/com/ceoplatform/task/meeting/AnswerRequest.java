package com.ceoplatform.task.meeting;

import com.ceoplatform.task.ical.CalendarEntry.Participation;
import jakarta.validation.constraints.NotNull;

/** Body of {@code PUT /meetings/{id}/response}. */
record AnswerRequest(@NotNull Participation response) {}
