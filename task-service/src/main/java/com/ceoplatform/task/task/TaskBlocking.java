package com.ceoplatform.task.task;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.graph.Dependency;
import com.ceoplatform.task.graph.DependencyGraph;
import com.ceoplatform.task.graph.DependencyType;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.view.TaskResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets what a task waits for as part of creating or editing it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskBlocking {

    private final DependencyGraph graph;
    private final TaskReferences references;
    private final TaskWriter writer;
    private final TaskJournal journal;

    TaskBlocking(DependencyGraph graph, TaskReferences references, TaskWriter writer, TaskJournal journal) {
        this.graph = graph;
        this.references = references;
        this.writer = writer;
        this.journal = journal;
    }

    /** Parents may not form circles any more than dependencies do, so both take the same lock, before any row's. */
    void lockFor(TaskEdit edit) {
        if (edit.parentTaskId().value() != null || edit.blockedBy().present()) {
            graph.lock();
        }
    }

    /** Lets a new task wait; the event of its creation tells of it. */
    void begin(Task task, Collection<UUID> blockerIds, Viewer viewer, Instant now) {
        add(task, blockerIds, viewer, now);
    }

    /**
     * Lets a task wait for these and for no others, where the edit speaks of them; answers its state then.
     *
     * @throws com.ceoplatform.common.error.DomainException 422 for tasks that the caller may not see; 409
     *     {@code dependency_cycle}, and {@code dependency_exists} for one that it follows already
     */
    TaskResponse replace(Task task, TaskResponse before, TaskEdit edit, Viewer viewer, Instant now) {
        if (!edit.blockedBy().present()) {
            return before;
        }
        List<UUID> wanted = edit.blockers();
        references.checkBlockers(wanted, before.blockedBy(), viewer);
        List<Dependency> removed = remove(task, wanted);
        List<Dependency> added = add(task, without(wanted, before.blockedBy()), viewer, now);
        if (removed.isEmpty() && added.isEmpty()) {
            return before;
        }
        TaskResponse after = writer.saveTouched(task, now);
        removed.forEach(
                edge -> journal.write(TaskEvent.ofDependency("task.dependency_removed", before, after, edge), now));
        added.forEach(edge -> journal.write(TaskEvent.ofDependency("task.dependency_added", before, after, edge), now));
        return after;
    }

    private List<Dependency> remove(Task task, List<UUID> wanted) {
        List<Dependency> removed = graph.of(task.id()).stream()
                .filter(edge -> edge.taskId().equals(task.id()) && edge.type().blocks())
                .filter(edge -> !wanted.contains(edge.dependsOnTaskId()))
                .toList();
        removed.forEach(edge -> graph.remove(edge.taskId(), edge.dependsOnTaskId()));
        return removed;
    }

    private List<Dependency> add(Task task, Collection<UUID> blockerIds, Viewer viewer, Instant now) {
        List<Dependency> added = blockerIds.stream()
                .map(blocker -> new Dependency(task.id(), blocker, DependencyType.BLOCKS, viewer.id(), now))
                .toList();
        added.forEach(graph::add);
        return added;
    }

    private static Set<UUID> without(List<UUID> ids, Collection<UUID> others) {
        Set<UUID> rest = new LinkedHashSet<>(ids);
        others.forEach(rest::remove);
        return rest;
    }
}
