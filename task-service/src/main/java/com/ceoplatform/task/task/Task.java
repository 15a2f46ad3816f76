package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.task.schedule.Schedule;
import com.ceoplatform.task.schedule.Series;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Something to be done: who does it, until when, how far it is. Lengths are checked before, in {@link TaskRules}. */
@Entity
@Table(name = "task")
@DynamicUpdate
public class Task {

    @Id
    private UUID id;

    @Embedded
    private Content content;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    @Enumerated(EnumType.STRING)
    private TaskPriority priority;

    @Embedded
    private Participants participants;

    @Embedded
    private Schedule schedule;

    @Embedded
    private @Nullable Series series;

    private @Nullable UUID channelId;

    private @Nullable UUID parentTaskId;

    private @Nullable Instant completedAt;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    private @Nullable Instant deletedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Task() {}

    private Task(UUID id, UUID createdBy, Instant now) {
        this.id = id;
        content = Content.EMPTY;
        status = TaskStatus.PENDING;
        priority = TaskPriority.MEDIUM;
        participants = Participants.creator(createdBy);
        schedule = Schedule.NONE;
        createdAt = now;
        updatedAt = now;
    }

    /** A new pending task of medium priority that nobody is assigned to; its title is to follow. */
    static Task create(UUID id, UUID createdBy, Instant now) {
        return new Task(id, createdBy, now);
    }

    void write(Content newContent) {
        content = newContent;
    }

    /**
     * Moves the task on.
     *
     * @param openBlockers what it waits for and is not completed
     * @throws DomainException {@code task_blocked}, when it may not go there before the blockers are completed
     */
    void moveTo(TaskStatus next, OpenBlockers openBlockers, Instant now) {
        if (next == status) {
            return;
        }
        if (next.needsCompletedBlockers() && !openBlockers.isEmpty()) {
            throw openBlockers.refusal();
        }
        boolean opensOrCloses = next.isClosed() || status.isClosed();
        status = next;
        completedAt = next == TaskStatus.COMPLETED ? now : null;
        if (opensOrCloses) {
            arm(now);
        }
    }

    void prioritise(TaskPriority newPriority) {
        priority = newPriority;
    }

    void involve(Participants newParticipants) {
        participants = newParticipants;
    }

    void plan(Schedule newSchedule, Instant now) {
        schedule = newSchedule;
        arm(now);
    }

    /** Makes it part of a series; none ends the one that it is in. */
    void repeatIn(@Nullable Series newSeries, Instant now) {
        series = newSeries;
        arm(now);
    }

    /** Sets the alarm anew. Not for every change, or one that rings just now would be silenced by another change. */
    private void arm(Instant now) {
        schedule = armed(schedule, series, now);
    }

    /** When there is something to tell of the task after a moment. */
    Schedule armed(Schedule told, @Nullable Series place, Instant after) {
        boolean open = !isDeleted() && !status.isClosed();
        boolean repeats = place != null && place.goesOnWhenDue() && !isDeleted() && status != TaskStatus.CANCELLED;
        return told.armed(after, open, repeats);
    }

    void moveToChannel(@Nullable UUID newChannelId) {
        channelId = newChannelId;
    }

    void nestUnder(@Nullable UUID newParentId) {
        if (id.equals(newParentId)) {
            throw DomainException.invalid("parentTaskId", "a task cannot be its own subtask");
        }
        parentTaskId = newParentId;
    }

    /** Marks a change, so that readers see a new version even when only its surroundings changed. */
    public void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }

    void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
            arm(now);
        }
    }

    /** Whether somebody sees the task without watching it. */
    boolean concerns(UUID userId) {
        return channelId != null || participants.responsibleAndCreator().contains(userId);
    }

    /** The task as clients and events see it. */
    TaskResponse response(List<UUID> blockedBy) {
        return new TaskResponse(
                id,
                content.title(),
                content.description(),
                status,
                priority,
                participants.assigneeIds(),
                participants.watcherIds(),
                participants.createdBy(),
                schedule.dueAt(),
                schedule.reminderMinutes(),
                series == null ? null : series.response(),
                channelId,
                parentTaskId,
                content.labels(),
                blockedBy,
                completedAt,
                createdAt,
                updatedAt,
                version());
    }

    public UUID id() {
        return id;
    }

    TaskStatus status() {
        return status;
    }

    Content content() {
        return content;
    }

    TaskPriority priority() {
        return priority;
    }

    Participants participants() {
        return participants;
    }

    Schedule schedule() {
        return schedule;
    }

    @Nullable
    Series series() {
        return series;
    }

    public @Nullable UUID channelId() {
        return channelId;
    }

    @Nullable
    UUID parentTaskId() {
        return parentTaskId;
    }

    public UUID createdBy() {
        return participants.createdBy();
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Counts the changes; 0 for a new task. */
    public long version() {
        return Objects.requireNonNullElse(version, 0L);
    }
}
