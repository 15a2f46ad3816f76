package com.ceoplatform.task.task;

import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.graph.Dependency;
import com.ceoplatform.task.graph.DependencyGraph;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.view.TaskResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes tasks. The row stays for the history; subtasks live on by themselves, and nobody waits for it any longer. */
@Service
class TaskRemoval {

    private final Tasks tasks;
    private final TaskAccess access;
    private final TaskWriter writer;
    private final TaskJournal journal;
    private final DependencyGraph graph;

    TaskRemoval(Tasks tasks, TaskAccess access, TaskWriter writer, TaskJournal journal, DependencyGraph graph) {
        this.tasks = tasks;
        this.access = access;
        this.writer = writer;
        this.journal = journal;
        this.graph = graph;
    }

    /** Does nothing when those who may delete it have done so before. */
    @Transactional
    public void delete(UUID id, ExpectedVersion expected, Viewer viewer) {
        graph.lock();
        Task task = access.lockToDelete(id, viewer);
        if (task.isDeleted()) {
            return;
        }
        expected.check(task.version());
        Instant now = journal.now();
        TaskResponse before = writer.stateOf(task);
        releaseSubtasks(id);
        releaseWaiting(id, now);
        task.delete(now);
        TaskResponse deleted = writer.saveTouched(task, now).withBlockedBy(before.blockedBy());
        journal.write(TaskEvent.of("task.deleted", deleted, Map.of()), now);
    }

    private void releaseSubtasks(UUID id) {
        for (Task subtask : tasks.findSubtasksLocked(id)) {
            TaskResponse before = writer.stateOf(subtask);
            subtask.nestUnder(null);
            writer.saveChanges(before, subtask);
        }
    }

    private void releaseWaiting(UUID id, Instant now) {
        List<Dependency> edges = graph.of(id);
        for (Dependency edge : edges) {
            if (edge.taskId().equals(id)) {
                graph.remove(id, edge.dependsOnTaskId());
            } else {
                release(edge, now);
            }
        }
    }

    private void release(Dependency edge, Instant now) {
        Task waiting = tasks.findLocked(edge.taskId()).orElseThrow(TaskAccess::notFound);
        TaskResponse before = writer.stateOf(waiting);
        graph.remove(edge.taskId(), edge.dependsOnTaskId());
        TaskResponse after = writer.saveTouched(waiting, now);
        journal.write(TaskEvent.ofDependency("task.dependency_removed", before, after, edge), now);
    }
}
