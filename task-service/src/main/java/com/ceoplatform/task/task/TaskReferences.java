package com.ceoplatform.task.task;

import static java.util.stream.Collectors.toSet;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.task.access.KnownChannel;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskViews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an edit points to must exist, be visible to the caller and be fit for it. Nothing here asks another service. */
@Component
class TaskReferences {

    private final Organisation organisation;
    private final TaskViews views;

    TaskReferences(Organisation organisation, TaskViews views) {
        this.organisation = organisation;
        this.views = views;
    }

    /** @throws DomainException 422 with all that is wrong; 409 {@code channel_archived}; 403 for another's channel */
    void check(TaskEdit edit, Task task, Viewer viewer) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> known = new HashSet<>(task.participants().assigneeIds());
        known.addAll(task.participants().watcherIds());
        checkPeople("assigneeIds", edit.assigneeIds().value(), known, errors);
        checkPeople("addAssigneeIds", edit.addAssigneeIds(), known, errors);
        checkPeople("watcherIds", edit.watcherIds().value(), known, errors);
        TaskRules.checkAssigneeCount(
                edit.assigneesAfter(task.participants().assigneeIds()).size());
        checkChannel(edit, task, viewer, errors);
        checkParent(edit, task, viewer, errors);
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }

    private void checkPeople(String field, @Nullable List<UUID> ids, Set<UUID> known, List<FieldError> errors) {
        for (int i = 0; ids != null && i < ids.size(); i++) {
            if (!known.contains(ids.get(i)) && !organisation.isActive(ids.get(i))) {
                errors.add(new FieldError(field + "[" + i + "]", "is not an active person of this organisation"));
            }
        }
    }

    private void checkChannel(TaskEdit edit, Task task, Viewer viewer, List<FieldError> errors) {
        UUID channelId = edit.channelId().orElse(task.channelId());
        boolean moves = !Objects.equals(channelId, task.channelId());
        if (channelId == null || !(moves || edit.touchesAssignees())) {
            return;
        }
        Optional<KnownChannel> channel = viewer.channel(channelId);
        if (channel.isEmpty()) {
            errors.add(new FieldError("channelId", "is not a channel that you can see"));
            return;
        }
        if (moves) {
            organisation.requireWritable(channel.get(), viewer);
        }
        Set<UUID> added = edit.assigneesAfter(task.participants().assigneeIds());
        if (!moves) {
            task.participants().assigneeIds().forEach(added::remove);
        }
        for (UUID outsider : organisation.outsiders(channel.get(), added)) {
            errors.add(new FieldError(
                    "assigneeIds", outsider + " is not a member of the channel and could not see the task"));
        }
    }

    private void checkParent(TaskEdit edit, Task task, Viewer viewer, List<FieldError> errors) {
        UUID parentId = edit.parentTaskId().value();
        if (parentId == null || parentId.equals(task.parentTaskId())) {
            return;
        }
        if (views.find(parentId, viewer).isEmpty()) {
            errors.add(new FieldError("parentTaskId", "is not a task that you can see"));
        } else if (views.isWithin(parentId, task.id())) {
            errors.add(new FieldError("parentTaskId", "is a subtask of this very task"));
        }
    }

    /** @throws DomainException 422, for tasks that do not exist or that the caller may not see, unless they block already */
    void checkBlockers(List<UUID> blockedBy, Collection<UUID> already, Viewer viewer) {
        Set<UUID> known =
                views.findAll(blockedBy, viewer).stream().map(TaskResponse::id).collect(toSet());
        known.addAll(already);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < blockedBy.size(); i++) {
            if (!known.contains(blockedBy.get(i))) {
                errors.add(new FieldError("blockedBy[" + i + "]", "is not a task that you can see"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }
}
