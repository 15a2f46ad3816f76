package com.ceoplatform.task.schedule;

import com.ceoplatform.task.view.NextWhen;
import com.ceoplatform.task.view.Recurrence;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a task among those that repeat. Its last task carries it on; the ones before only remember it.
 *
 * @param seriesStart what the rule counts from
 * @param occurrenceAt when this one is due by the rule, even if it was moved
 * @param nextTaskId the one that came after it
 */
@Embeddable
public record Series(
        String recurrenceRule,
        String recurrenceZone,
        @Enumerated(EnumType.STRING) NextWhen nextWhen,
        UUID seriesId,
        Instant seriesStart,
        Instant occurrenceAt,
        @Nullable UUID nextTaskId) {

    /** The series that begins, or begins anew, with a task that is due then. */
    public static Series startingWith(RecurrenceRule rule, NextWhen nextWhen, UUID seriesId, Instant due) {
        return new Series(rule.text(), rule.zone().getId(), nextWhen, seriesId, due, due, null);
    }

    /** Whether there already is a later task of it. */
    public boolean wentOn() {
        return nextTaskId != null;
    }

    /** Whether its next task is still to be created once this one is due. */
    public boolean goesOnWhenDue() {
        return nextWhen == NextWhen.DUE && !wentOn();
    }

    /** When the next one is due: never what is past already, unless each occurrence matters. */
    public Optional<Instant> nextDue(Instant due, Instant now) {
        Instant after = due.isAfter(occurrenceAt) ? due : occurrenceAt;
        if (nextWhen == NextWhen.COMPLETED && now.isAfter(after)) {
            after = now;
        }
        return rule().next(seriesStart, after);
    }

    public RecurrenceRule rule() {
        return new RecurrenceRule(recurrenceRule, ZoneId.of(recurrenceZone));
    }

    public Series goesOnIn(@Nullable UUID taskId) {
        return new Series(recurrenceRule, recurrenceZone, nextWhen, seriesId, seriesStart, occurrenceAt, taskId);
    }

    public Series occurringAt(Instant due) {
        return new Series(recurrenceRule, recurrenceZone, nextWhen, seriesId, seriesStart, due, null);
    }

    public Recurrence response() {
        return new Recurrence(recurrenceRule, recurrenceZone, nextWhen, seriesId);
    }
}
