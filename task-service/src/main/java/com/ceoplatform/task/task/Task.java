package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something to be done: who does it, until when, how far it is. Lengths are checked before, in {@link TaskRules}. */
@Entity
@Table(name = "task")
@DynamicUpdate
public class Task {

    @Id
    private UUID id;

    private String title;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    @Enumerated(EnumType.STRING)
    private TaskPriority priority;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private List<UUID> assigneeIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private List<UUID> watcherIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> labels;

    private @Nullable Instant dueAt;

    private @Nullable UUID channelId;

    private @Nullable UUID parentTaskId;

    @Column(updatable = false)
    private UUID createdBy;

    private @Nullable Instant completedAt;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    private @Nullable Instant deletedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Task() {}

    private Task(UUID createdBy, Instant now) {
        id = Ids.next();
        title = "";
        status = TaskStatus.PENDING;
        priority = TaskPriority.MEDIUM;
        assigneeIds = List.of();
        watcherIds = List.of();
        labels = List.of();
        this.createdBy = createdBy;
        createdAt = now;
        updatedAt = now;
    }

    /** A new pending task of medium priority that nobody is assigned to; its title is to follow. */
    static Task create(UUID createdBy, Instant now) {
        return new Task(createdBy, now);
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    void describe(@Nullable String newDescription) {
        description = newDescription;
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
        status = next;
        completedAt = next == TaskStatus.COMPLETED ? now : null;
    }

    void prioritise(TaskPriority newPriority) {
        priority = newPriority;
    }

    /** Replaces those who do it. */
    void assign(Collection<UUID> userIds) {
        assigneeIds = distinct(userIds);
    }

    void watchedBy(Collection<UUID> userIds) {
        watcherIds = distinct(userIds);
    }

    void label(Collection<String> newLabels) {
        labels = distinct(newLabels);
    }

    void due(@Nullable Instant at) {
        dueAt = at;
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
        }
    }

    /** Whether somebody sees the task without watching it. */
    boolean concerns(UUID userId) {
        return channelId != null || createdBy.equals(userId) || assigneeIds.contains(userId);
    }

    private static <T> List<T> distinct(Collection<T> values) {
        Set<T> once = new LinkedHashSet<>(values);
        return List.copyOf(once);
    }

    /** The task as clients and events see it. */
    TaskResponse response(List<UUID> blockedBy) {
        return new TaskResponse(
                id,
                title,
                description,
                status,
                priority,
                assigneeIds,
                watcherIds,
                createdBy,
                dueAt,
                channelId,
                parentTaskId,
                labels,
                blockedBy,
                completedAt,
                createdAt,
                updatedAt,
                version());
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    @Nullable
    String description() {
        return description;
    }

    public TaskStatus status() {
        return status;
    }

    TaskPriority priority() {
        return priority;
    }

    public List<UUID> assigneeIds() {
        return assigneeIds;
    }

    public List<UUID> watcherIds() {
        return watcherIds;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    public @Nullable UUID channelId() {
        return channelId;
    }

    @Nullable
    UUID parentTaskId() {
        return parentTaskId;
    }

    public UUID createdBy() {
        return createdBy;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Counts the changes; 0 for a new task. */
    public long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    @Override
    public String toString() {
        return "Task" + Map.of("id", id, "version", version());
    }
}
