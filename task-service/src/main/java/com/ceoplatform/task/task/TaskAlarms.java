package com.ceoplatform.task.task;

import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.schedule.Schedule;
import com.ceoplatform.task.schedule.Series;
import com.ceoplatform.task.view.TaskResponse;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of tasks that will be due, of tasks that are overdue, and lets series go on. What is told and the row's memory of
 * it commit together, so that it happens exactly once however many instances run and whenever they are killed. None of
 * it is a change of the task: its version stays.
 */
@Service
class TaskAlarms {

    private final Tasks tasks;
    private final TaskWriter writer;
    private final TaskJournal journal;
    private final TaskSuccession succession;
    private final JdbcClient jdbc;

    TaskAlarms(Tasks tasks, TaskWriter writer, TaskJournal journal, TaskSuccession succession, JdbcClient jdbc) {
        this.tasks = tasks;
        this.writer = writer;
        this.journal = journal;
        this.succession = succession;
        this.jdbc = jdbc;
    }

    /** The tasks that there is something to tell of, those that have waited longest first. */
    @Transactional(readOnly = true)
    public List<UUID> ringing(int limit) {
        return jdbc.sql("SELECT id FROM task WHERE alarm_at <= :now ORDER BY alarm_at LIMIT :limit")
                .param("now", utc(journal.now()))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Tells what there is to tell of a task, unless somebody is just doing so or has done so. */
    @Transactional
    public void answer(UUID taskId) {
        Instant now = journal.now();
        boolean mine = jdbc.sql("SELECT id FROM task WHERE id = :id AND alarm_at <= :now FOR UPDATE SKIP LOCKED")
                .param("id", taskId)
                .param("now", utc(now))
                .query(UUID.class)
                .optional()
                .isPresent();
        if (mine) {
            tasks.findLocked(taskId).ifPresent(task -> answer(task, now));
        }
    }

    private void answer(Task task, Instant now) {
        Schedule schedule = task.schedule();
        Series series = task.series();
        if (schedule.isDue(now)) {
            if (!task.status().isClosed() && !schedule.isToldOverdue()) {
                TaskResponse state = writer.stateOf(task);
                journal.write(
                        TaskEvent.ofAlarm(
                                "task.overdue", state, task.participants().responsibleAndCreator(), null),
                        now);
                schedule = schedule.toldOverdue();
            }
            if (series != null && series.goesOnWhenDue()) {
                Series current = series;
                series = succession.goOn(task, now).map(current::goesOnIn).orElse(null);
            }
        } else {
            remind(task, schedule.reminderAt(now));
        }
        remember(task, task.armed(schedule, series, now), series);
    }

    private void remind(Task task, Optional<Integer> minutes) {
        minutes.ifPresent(before -> journal.tell(TaskEvent.ofAlarm(
                "task.reminder_due", writer.stateOf(task), task.participants().responsible(), before)));
    }

    /** Beside the entity, whose version is not to change. */
    private void remember(Task task, Schedule schedule, @Nullable Series series) {
        jdbc.sql("UPDATE task SET alarm_at = :alarm, overdue_for = :overdue, next_task_id = :next WHERE id = :id")
                .param("id", task.id())
                .param("alarm", utc(schedule.alarmAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("overdue", utc(schedule.overdueFor()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("next", series == null ? null : series.nextTaskId(), Types.OTHER)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
