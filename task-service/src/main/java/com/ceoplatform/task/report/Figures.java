package com.ceoplatform.task.report;

import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.util.Map;

/**
 * How many tasks there are of each kind.
 *
 * @param open neither completed nor cancelled
 * @param overdue open and due in the past
 * @param dueSoon open and due within the next three days
 * @param blocked open and waiting for a task that is not completed
 * @param unassigned open and nobody's
 * @param openByPriority every priority, also those without tasks
 * @param completedLastSevenDays of those that still are
 */
record Figures(
        long total,
        long open,
        Map<TaskStatus, Long> byStatus,
        long overdue,
        long dueSoon,
        long blocked,
        long unassigned,
        Map<TaskPriority, Long> openByPriority,
        long createdLastSevenDays,
        long completedLastSevenDays) {}
