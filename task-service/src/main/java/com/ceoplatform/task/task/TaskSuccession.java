package com.ceoplatform.task.task;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.schedule.Schedule;
import com.ceoplatform.task.schedule.Series;
import com.ceoplatform.task.view.NextWhen;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a series on from one task to the next. Completing a task creates the next one, with its subtasks to be done anew;
 * reopening it takes the next one back while nobody has touched that. Cancelling or deleting the last task, or clearing
 * its recurrence, ends the series.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskSuccession {

    private final Tasks tasks;
    private final TaskWriter writer;
    private final TaskJournal journal;
    private final Organisation organisation;

    TaskSuccession(Tasks tasks, TaskWriter writer, TaskJournal journal, Organisation organisation) {
        this.tasks = tasks;
        this.writer = writer;
        this.journal = journal;
        this.organisation = organisation;
    }

    /** What a task's new status means to its series. */
    public void follow(Task task, TaskStatus before, Instant now) {
        Series series = task.series();
        if (series == null || series.nextWhen() != NextWhen.COMPLETED) {
            return;
        }
        if (task.status() == TaskStatus.COMPLETED) {
            goOn(task, now).ifPresent(next -> task.repeatIn(series.goesOnIn(next), now));
        } else if (before == TaskStatus.COMPLETED
                && series.nextTaskId() != null
                && takeBack(series.nextTaskId(), now)) {
            task.repeatIn(series.goesOnIn(null), now);
        }
    }

    /** Creates the next task of its series, if there is to be one; answers its id. */
    public Optional<UUID> goOn(Task task, Instant now) {
        Series series = task.series();
        Instant due = task.schedule().dueAt();
        if (series == null || series.wentOn() || due == null) {
            return Optional.empty();
        }
        return series.nextDue(due, now).map(nextDue -> {
            Task next = again(task, nextDue, task.parentTaskId(), now);
            next.repeatIn(series.occurringAt(nextDue), now);
            tell(next, now);
            Duration shift = Duration.between(due, nextDue);
            for (Task subtask : tasks.findSubtasksLocked(task.id())) {
                Instant subtaskDue = subtask.schedule().dueAt();
                tell(again(subtask, subtaskDue == null ? null : subtaskDue.plus(shift), next.id(), now), now);
            }
            return next.id();
        });
    }

    private Task again(Task task, @Nullable Instant due, @Nullable UUID parentId, Instant now) {
        Participants people = task.participants();
        Task again = Task.create(Ids.next(), people.createdBy(), now);
        again.write(task.content());
        again.prioritise(task.priority());
        again.involve(people.assigned(organisation.activeOf(people.assigneeIds())));
        again.moveToChannel(task.channelId());
        again.nestUnder(parentId);
        again.plan(Schedule.NONE.due(due).remindBefore(task.schedule().reminderMinutes()), now);
        return again;
    }

    private void tell(Task created, Instant now) {
        writer.insert(created);
        journal.write(TaskEvent.of("task.created", writer.stateOf(created), Map.of()), now);
    }

    private boolean takeBack(UUID nextId, Instant now) {
        Optional<Task> next = tasks.findLocked(nextId).filter(TaskSuccession::isUntouched);
        List<Task> subtasks = next.isEmpty() ? List.of() : tasks.findSubtasksLocked(nextId);
        if (next.isEmpty() || !subtasks.stream().allMatch(TaskSuccession::isUntouched)) {
            return false;
        }
        subtasks.forEach(subtask -> remove(subtask, now));
        remove(next.get(), now);
        return true;
    }

    private static boolean isUntouched(Task task) {
        return task.version() == 0 && !task.isDeleted();
    }

    private void remove(Task task, Instant now) {
        task.delete(now);
        journal.write(TaskEvent.of("task.deleted", writer.saveTouched(task, now), Map.of()), now);
    }
}
