package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.task.schedule.RecurrenceRule;
import com.ceoplatform.task.schedule.Series;
import com.ceoplatform.task.view.NextWhen;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a task is to repeat. */
public record RepeatRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "RFC 5545, at most daily",
                example = "FREQ=WEEKLY;BYDAY=MO")
        @Nullable
        String rule,

        @Schema(description = "IANA name; your own zone when left out", example = "Europe/Berlin") @Nullable
        String zone,

        @Schema(description = "Whether the next task comes once this one is completed (the default) or once it is due")
        @Nullable
        NextWhen nextWhen) {

    /**
     * The series that the task belongs to from now on; the one it is in, when nothing is different.
     *
     * @throws DomainException 422 for what is no rule, and where the series went on in a later task
     */
    Series seriesOf(Task task, ZoneId callersZone) {
        Instant due = task.schedule().dueAt();
        if (due == null) {
            throw DomainException.invalid("recurrence", "needs a due date");
        }
        if (rule == null) {
            throw DomainException.invalid("recurrence.rule", "must not be null");
        }
        RecurrenceRule parsed = RecurrenceRule.parse(rule, zone == null ? callersZone : RecurrenceRule.zone(zone));
        NextWhen when = Objects.requireNonNullElse(nextWhen, NextWhen.COMPLETED);
        Series current = task.series();
        if (current != null && current.wentOn()) {
            throw DomainException.invalid("recurrence", "is that of a later task of the series by now");
        }
        if (current != null && current.rule().equals(parsed) && current.nextWhen() == when) {
            return current;
        }
        if (parsed.next(due, due).isEmpty()) {
            throw DomainException.invalid("recurrence.rule", "never occurs after the due date");
        }
        UUID seriesId = current == null ? task.id() : current.seriesId();
        return Series.startingWith(parsed, when, seriesId, due);
    }
}
