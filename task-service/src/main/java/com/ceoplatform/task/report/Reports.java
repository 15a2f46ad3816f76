package com.ceoplatform.task.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The answers of the report endpoints. */
final class Reports {

    private Reports() {}

    /** How a team stands, and each of its people; who has most to do comes first. */
    record TeamStatus(Instant asOf, Figures figures, List<PersonFigures> people, List<Highlight> overdue) {}

    /**
     * How far the work is.
     *
     * @param percentComplete of what was not cancelled, rounded down; 0 when there is nothing
     */
    record Progress(Instant asOf, Figures figures, int percentComplete, List<Highlight> overdue) {}

    /** Who has how much to do; who has most comes first. */
    record Workload(Instant asOf, long open, long unassigned, List<PersonFigures> people) {}

    /**
     * The caller's day.
     *
     * @param date today in the caller's time zone
     * @param createdToday since midnight there
     * @param dueToday open and due before the next midnight there, the soonest first
     */
    record DailySummary(
            Instant asOf,
            LocalDate date,
            Figures figures,
            long createdToday,
            long completedToday,
            List<Highlight> dueToday,
            List<Highlight> overdue) {}
}
