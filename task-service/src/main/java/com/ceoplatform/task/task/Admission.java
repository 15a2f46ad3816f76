package com.ceoplatform.task.task;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskViews;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds out who a caller is to the tasks of a request, before its transaction: this service's copies lag a few
 * milliseconds behind, and somebody who has just made a channel must be able to use it, so their owners are asked where
 * the copies say no.
 */
@Component
public class Admission {

    private final Organisation organisation;
    private final TaskViews views;

    Admission(Organisation organisation, TaskViews views) {
        this.organisation = organisation;
        this.views = views;
    }

    /** For requests that are not about certain tasks. */
    public Viewer of(Caller caller) {
        return organisation.viewer(caller);
    }

    /** For requests about these tasks. */
    public Viewer to(Collection<UUID> taskIds, Caller caller) {
        return to(taskIds, of(caller));
    }

    private Viewer to(Collection<UUID> taskIds, Viewer before) {
        Viewer viewer = before;
        Set<UUID> invisible = new HashSet<>(taskIds);
        if (!invisible.isEmpty()) {
            views.findAll(invisible, viewer).forEach(task -> invisible.remove(task.id()));
        }
        if (invisible.isEmpty()) {
            return viewer;
        }
        for (UUID channelId : views.channelsOf(invisible)) {
            viewer = organisation.askWhetherVisible(channelId, viewer);
        }
        return viewer;
    }

    /** For a request that mentions people on a task. */
    public Viewer toMention(UUID taskId, Collection<UUID> userIds, Caller caller) {
        organisation.askForPeople(userIds);
        Viewer viewer = to(List.of(taskId), caller);
        return userIds.isEmpty() ? viewer : withMembers(taskId, userIds, viewer);
    }

    private Viewer withMembers(UUID taskId, Collection<UUID> userIds, Viewer viewer) {
        UUID channelId = views.find(taskId, viewer).map(TaskResponse::channelId).orElse(null);
        return channelId == null
                ? viewer
                : organisation.askForMembers(channelId, userIds, organisation.askForChannel(channelId, viewer));
    }

    Viewer toCreate(CreateTaskRequest request, Caller caller) {
        return toCreate(request, of(caller));
    }

    /** The same for one of several requests, whose findings add up. */
    public Viewer toCreate(CreateTaskRequest request, Viewer viewer) {
        TaskEdit edit = request.edit();
        return withReferences(edit, List.of(), to(tasksOf(edit), viewer));
    }

    Viewer toEdit(UUID taskId, TaskEdit edit, Caller caller) {
        return toEdit(taskId, edit, of(caller));
    }

    /** The same for one of several requests, whose findings add up. */
    public Viewer toEdit(UUID taskId, TaskEdit edit, Viewer before) {
        Set<UUID> tasks = tasksOf(edit);
        tasks.add(taskId);
        Viewer viewer = to(tasks, before);
        Optional<TaskResponse> task = views.find(taskId, viewer);
        if (task.isEmpty()) {
            return viewer;
        }
        if (edit.touchesAssignees() && !edit.channelId().present()) {
            viewer = withMembers(taskId, edit.assigneesAfter(List.of()), viewer);
        }
        return withReferences(edit, task.get().assigneeIds(), viewer);
    }

    private static Set<UUID> tasksOf(TaskEdit edit) {
        Set<UUID> tasks = new HashSet<>(edit.blockers());
        tasks.add(edit.parentTaskId().value());
        tasks.removeIf(Objects::isNull);
        return tasks;
    }

    private Viewer withReferences(TaskEdit edit, List<UUID> assigneesBefore, Viewer viewer) {
        Set<UUID> assignees = edit.assigneesAfter(assigneesBefore);
        Set<UUID> people = new HashSet<>(assignees);
        people.addAll(Optional.ofNullable(edit.watcherIds().value()).orElse(List.of()));
        people.removeIf(Objects::isNull);
        organisation.askForPeople(people);
        UUID channelId = edit.channelId().value();
        if (channelId == null) {
            return viewer;
        }
        return organisation.askForMembers(channelId, assignees, organisation.askForChannel(channelId, viewer));
    }
}
