package com.ceoplatform.task.calendar;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.ical.CalendarEntry;
import com.ceoplatform.task.view.TaskFilter;
import com.ceoplatform.task.view.TaskOrder;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import com.ceoplatform.task.view.TaskViews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The due dates of somebody's open tasks: those assigned to them, and their own that nobody is assigned to. As events,
 * since Google and Outlook show no to-dos; each takes the half hour before it is due, and nobody's time.
 */
@Component
class Deadlines {

    private static final int LIMIT = 1000;
    private static final Duration SHOWN = Duration.ofMinutes(30);
    private static final TaskOrder SOONEST = TaskOrder.parse("dueAt");
    private static final List<TaskStatus> OPEN = Arrays.stream(TaskStatus.values())
            .filter(status -> !status.isClosed())
            .toList();

    private final TaskViews views;

    Deadlines(TaskViews views) {
        this.views = views;
    }

    List<CalendarEntry> of(Viewer viewer, Instant from, Instant until) {
        List<TaskResponse> tasks = new ArrayList<>(due(viewer, from, until, viewer.id(), null));
        tasks.addAll(due(viewer, from, until, null, viewer.id()));
        return tasks.stream().flatMap(Deadlines::entry).toList();
    }

    private List<TaskResponse> due(
            Viewer viewer, Instant from, Instant until, @Nullable UUID assignee, @Nullable UUID creator) {
        TaskFilter filter = TaskFilter.dueWithin(from, until, OPEN, assignee, creator);
        return views.list(filter, SOONEST, LIMIT, null, viewer).items();
    }

    private static Stream<CalendarEntry> entry(TaskResponse task) {
        return Stream.ofNullable(task.dueAt())
                .map(due -> new CalendarEntry(
                        "task-" + task.id() + "@ceo-platform",
                        due.minus(SHOWN),
                        due,
                        "Due: " + task.title(),
                        task.description(),
                        null,
                        task.labels(),
                        task.createdAt(),
                        task.updatedAt(),
                        (int) task.version(),
                        false,
                        false,
                        null,
                        List.of()));
    }
}
