package com.ceoplatform.task.task;

import com.ceoplatform.task.journal.TaskChanges;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.view.TaskResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Saves tasks that were changed and tells what became different. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskWriter {

    private final Tasks tasks;
    private final TaskBlockers blockers;
    private final TaskJournal journal;

    TaskWriter(Tasks tasks, TaskBlockers blockers, TaskJournal journal) {
        this.tasks = tasks;
        this.blockers = blockers;
        this.journal = journal;
    }

    /** Saves a new task; telling of it is left to the caller. */
    void insert(Task task) {
        tasks.saveAndFlush(task);
    }

    /** The task as clients and events see it now. */
    public TaskResponse stateOf(Task task) {
        return task.response(blockers.of(task.id()));
    }

    /** Lets people watch the task who could not see it otherwise; answers its state then. */
    public TaskResponse addWatchers(Task task, Collection<UUID> userIds) {
        Set<UUID> watchers = new LinkedHashSet<>(task.participants().watcherIds());
        userIds.stream().filter(userId -> !task.concerns(userId)).forEach(watchers::add);
        return watchedBy(task, watchers);
    }

    /** Lets somebody watch the task, whether they see it anyway or not; answers its state then. */
    public TaskResponse watch(Task task, UUID userId) {
        Set<UUID> watchers = new LinkedHashSet<>(task.participants().watcherIds());
        watchers.add(userId);
        return watchedBy(task, watchers);
    }

    /** Lets somebody watch no longer; answers its state then. */
    public TaskResponse unwatch(Task task, UUID userId) {
        Set<UUID> watchers = new LinkedHashSet<>(task.participants().watcherIds());
        watchers.remove(userId);
        return watchedBy(task, watchers);
    }

    private TaskResponse watchedBy(Task task, Set<UUID> watchers) {
        TaskResponse before = stateOf(task);
        TaskRules.checkWatcherCount(watchers.size());
        task.involve(task.participants().watchedBy(watchers));
        return saveChanges(before, task);
    }

    /** Saves a task that was changed, if it was, and tells what became different; answers its new state. */
    TaskResponse saveChanges(TaskResponse before, Task task) {
        if (new TaskChanges(before, stateOf(task)).fieldsChanged().isEmpty()) {
            return before;
        }
        Instant now = journal.now();
        TaskResponse after = saveTouched(task, now);
        new TaskChanges(before, after).events().forEach(event -> journal.write(event, now));
        return after;
    }

    /** Saves a task whose surroundings changed; answers its new state. */
    public TaskResponse saveTouched(Task task, Instant now) {
        task.touch(now);
        tasks.saveAndFlush(task);
        return stateOf(task);
    }
}
