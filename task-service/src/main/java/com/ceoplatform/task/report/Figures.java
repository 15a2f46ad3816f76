package com.ceoplatform.task.report;

import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.util.EnumMap;
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
        long completedLastSevenDays) {

    /** The total and what is open follow from the states. */
    static Figures of(
            Map<TaskStatus, Long> byStatus,
            long overdue,
            long dueSoon,
            long blocked,
            long unassigned,
            Map<TaskPriority, Long> openByPriority,
            long created,
            long completed) {
        return new Figures(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus.entrySet().stream()
                        .filter(state -> !state.getKey().isClosed())
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                byStatus,
                overdue,
                dueSoon,
                blocked,
                unassigned,
                openByPriority,
                created,
                completed);
    }

    /** With the figures over other tasks added. */
    Figures plus(Figures other) {
        return of(
                sum(TaskStatus.class, byStatus, other.byStatus),
                overdue + other.overdue,
                dueSoon + other.dueSoon,
                blocked + other.blocked,
                unassigned + other.unassigned,
                sum(TaskPriority.class, openByPriority, other.openByPriority),
                createdLastSevenDays + other.createdLastSevenDays,
                completedLastSevenDays + other.completedLastSevenDays);
    }

    private static <E extends Enum<E>> Map<E, Long> sum(Class<E> type, Map<E, Long> some, Map<E, Long> others) {
        Map<E, Long> sums = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            sums.put(value, some.getOrDefault(value, 0L) + others.getOrDefault(value, 0L));
        }
        return sums;
    }
}
