package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskViews;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what with a task. What a caller may not see does not exist for them (404); what they see but may not
 * change is refused (403).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskAccess {

    private final Tasks tasks;
    private final TaskViews views;
    private final Organisation organisation;

    TaskAccess(Tasks tasks, TaskViews views, Organisation organisation) {
        this.tasks = tasks;
        this.views = views;
        this.organisation = organisation;
    }

    /** @throws DomainException 404 {@code task_not_found} */
    public TaskResponse see(UUID id, Viewer viewer) {
        return views.find(id, viewer).orElseThrow(TaskAccess::notFound);
    }

    /**
     * The task for writing, locked until the transaction ends.
     *
     * @throws DomainException 404 {@code task_not_found}, 403 {@code forbidden}
     */
    public Task lockToAct(UUID id, Viewer viewer) {
        see(id, viewer);
        Task task = lock(id);
        if (!mayAct(task, viewer)) {
            throw DomainException.forbidden(
                    "Only those who created a task, are assigned to it or are members of its channel may change it.");
        }
        return task;
    }

    /** The task, locked, for what everybody may do who sees it. */
    public Task lockToSee(UUID id, Viewer viewer) {
        see(id, viewer);
        return lock(id);
    }

    /** The task for commenting: watchers may, too. */
    public Task lockToComment(UUID id, Viewer viewer) {
        see(id, viewer);
        Task task = lock(id);
        if (!mayAct(task, viewer) && !task.participants().watcherIds().contains(viewer.id())) {
            throw DomainException.forbidden("Only those who work on a task or watch it may comment on it.");
        }
        return task;
    }

    /** The task for deleting; one that is deleted already is found by those who may delete it. */
    Task lockToDelete(UUID id, Viewer viewer) {
        Task task = tasks.findLocked(id).orElseThrow(TaskAccess::notFound);
        boolean may = mayDelete(task, viewer);
        if (task.isDeleted() && may) {
            return task;
        }
        see(id, viewer);
        if (!may) {
            throw DomainException.forbidden(
                    "Only its creator, the manager of its department and the CEO may delete a task.");
        }
        return task;
    }

    private Task lock(UUID id) {
        return tasks.findLocked(id).filter(task -> !task.isDeleted()).orElseThrow(TaskAccess::notFound);
    }

    private boolean mayAct(Task task, Viewer viewer) {
        UUID channelId = task.channelId();
        return mayDelete(task, viewer)
                || task.participants().assigneeIds().contains(viewer.id())
                || (channelId != null && organisation.worksIn(channelId, viewer));
    }

    /** The CEO, the creator, and the manager of the department of the creator or of an assignee. */
    boolean mayDelete(Task task, Viewer viewer) {
        return viewer.isCeo()
                || task.createdBy().equals(viewer.id())
                || viewer.team().contains(task.createdBy())
                || viewer.leadsAnyOf(task.participants().assigneeIds());
    }

    static DomainException notFound() {
        return DomainException.notFound("task");
    }
}
