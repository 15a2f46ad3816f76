package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.json.Change;
import com.ceoplatform.task.schedule.Schedule;
import com.ceoplatform.task.schedule.Series;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PATCH /tasks/{id}}: a field that is left out stays as it is, null clears it.
 *
 * @param assigneeIds replaces all assignees, before the other two are added and removed
 */
@Schema(description = "What is left out stays as it is; null clears a field that may be empty")
public record TaskEdit(
        @Schema(maxLength = TaskRules.TITLE_LENGTH) Change<String> title,

        @Schema(maxLength = TaskRules.DESCRIPTION_LENGTH) Change<String> description,

        Change<TaskStatus> status,
        Change<TaskPriority> priority,

        @Schema(description = "Replaces all assignees") Change<List<UUID>> assigneeIds,

        @Schema(description = "Assigned beside those who are") @Nullable
        List<UUID> addAssigneeIds,

        @Schema(description = "No longer assigned") @Nullable
        List<UUID> removeAssigneeIds,

        Change<List<UUID>> watcherIds,

        Change<Instant> dueAt,

        @Schema(description = "How many minutes before the due date to remind those responsible")
        Change<List<Integer>> reminderMinutes,

        @Schema(description = "How it repeats from now on; null ends the series")
        Change<RepeatRequest> recurrence,

        Change<UUID> channelId,
        Change<UUID> parentTaskId,

        Change<List<String>> labels,

        @Schema(description = "Replaces what must be completed first, that is what blocks it or what it requires")
        Change<List<UUID>> blockedBy) {

    /**
     * Sets everything but status and blockers, which are about other tasks, too. Values must have passed {@link TaskRules}.
     *
     * @param zone of whoever edits, for a recurrence that names none
     */
    void applyTo(Task task, ZoneId zone, Instant now) {
        Content content = task.content();
        task.write(new Content(
                Objects.requireNonNull(title.orElse(content.title())),
                description.orElse(content.description()),
                orEmpty(labels.orElse(content.labels()))));
        priority.ifPresent(value -> task.prioritise(Objects.requireNonNull(value)));
        Participants people = task.participants();
        if (touchesAssignees()) {
            people = people.assigned(assigneesAfter(people.assigneeIds()));
        }
        task.involve(people.watchedBy(orEmpty(watcherIds.orElse(people.watcherIds()))));
        applyScheduleTo(task, zone, now);
        channelId.ifPresent(task::moveToChannel);
        parentTaskId.ifPresent(task::nestUnder);
    }

    private void applyScheduleTo(Task task, ZoneId zone, Instant now) {
        if (dueAt.present() || reminderMinutes.present()) {
            Schedule schedule = task.schedule();
            Instant due = dueAt.orElse(schedule.dueAt());
            task.plan(
                    schedule.due(due == null ? null : due.truncatedTo(ChronoUnit.MICROS))
                            .remindBefore(orEmpty(reminderMinutes.orElse(schedule.reminderMinutes()))),
                    now);
        }
        recurrence.ifPresent(wanted -> task.repeatIn(wanted == null ? null : wanted.seriesOf(task, zone), now));
        Series series = task.series();
        if (series != null && !series.wentOn() && task.schedule().dueAt() == null) {
            throw DomainException.invalid("dueAt", "must be there for a task that repeats");
        }
    }

    boolean touchesAssignees() {
        return assigneeIds.present()
                || !orEmpty(addAssigneeIds).isEmpty()
                || !orEmpty(removeAssigneeIds).isEmpty();
    }

    Set<UUID> assigneesAfter(List<UUID> before) {
        Set<UUID> after = new LinkedHashSet<>(assigneeIds.present() ? orEmpty(assigneeIds.value()) : before);
        after.addAll(orEmpty(addAssigneeIds));
        orEmpty(removeAssigneeIds).forEach(after::remove);
        return after;
    }

    /** What the task is to wait for, each once. */
    List<UUID> blockers() {
        return orEmpty(blockedBy.value()).stream().distinct().toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
