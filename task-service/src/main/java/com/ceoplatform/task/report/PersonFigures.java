package com.ceoplatform.task.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's share; a task of several people counts for each of them.
 *
 * @param name null for somebody this service has not heard of
 * @param urgent open and of priority urgent or critical
 */
record PersonFigures(
        UUID userId,
        @Nullable String name,
        @Nullable String department,
        long open,
        long inProgress,
        long inReview,
        long overdue,
        long dueSoon,
        long urgent,
        long completedLastSevenDays) {}
