package com.ceoplatform.task.task;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.task.activity.ActivityLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the world and the task's history what happened, within the transaction that made it happen. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskJournal {

    private final Tasks tasks;
    private final TaskBlockers blockers;
    private final Outbox outbox;
    private final ActivityLog activity;
    private final Clock clock;

    TaskJournal(Tasks tasks, TaskBlockers blockers, Outbox outbox, ActivityLog activity, Clock clock) {
        this.tasks = tasks;
        this.blockers = blockers;
        this.outbox = outbox;
        this.activity = activity;
        this.clock = clock;
    }

    /** The moment of a change, as precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The task as clients and events see it now. */
    public TaskResponse stateOf(Task task) {
        return TaskResponse.from(task, blockers.of(task.id()));
    }

    /** Lets people watch the task who could not see it otherwise; answers its state then. */
    public TaskResponse addWatchers(Task task, Collection<UUID> userIds) {
        TaskResponse before = stateOf(task);
        Set<UUID> watchers = new LinkedHashSet<>(task.watcherIds());
        userIds.stream().filter(userId -> !task.concerns(userId)).forEach(watchers::add);
        TaskRules.checkWatcherCount(watchers.size());
        task.watchedBy(watchers);
        return saveChanges(before, task);
    }

    /** Saves a task that was changed, if it was, and tells what became different; answers its new state. */
    TaskResponse saveChanges(TaskResponse before, Task task) {
        if (new TaskChanges(before, stateOf(task)).fieldsChanged().isEmpty()) {
            return before;
        }
        Instant now = now();
        TaskResponse after = saveTouched(task, now);
        List<TaskEvent> events = new TaskChanges(before, after).events();
        events.forEach(event -> write(event, now));
        return after;
    }

    /** Saves a task that is new or whose surroundings changed; answers its new state. */
    public TaskResponse saveTouched(Task task, Instant now) {
        task.touch(now);
        tasks.saveAndFlush(task);
        return stateOf(task);
    }

    public void write(TaskEvent event, Instant at) {
        outbox.append(OutgoingEvent.of(Topic.TASKS, event.type(), event.taskId(), event.payload()));
        activity.append(event.taskId(), event.type(), event.changed(), at);
    }
}
