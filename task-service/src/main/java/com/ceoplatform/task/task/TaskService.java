package com.ceoplatform.task.task;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.graph.Dependency;
import com.ceoplatform.task.graph.DependencyGraph;
import com.ceoplatform.task.graph.DependencyType;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes tasks; state, history and events commit together. */
@Service
public class TaskService {

    private final TaskAccess access;
    private final TaskReferences references;
    private final TaskBlockers blockers;
    private final TaskWriter writer;
    private final TaskJournal journal;
    private final DependencyGraph graph;
    private final TaskSuccession succession;

    TaskService(
            TaskAccess access,
            TaskReferences references,
            TaskBlockers blockers,
            TaskWriter writer,
            TaskJournal journal,
            DependencyGraph graph,
            TaskSuccession succession) {
        this.access = access;
        this.references = references;
        this.blockers = blockers;
        this.writer = writer;
        this.journal = journal;
        this.graph = graph;
        this.succession = succession;
    }

    @Idempotent
    @Transactional
    public TaskResponse create(CreateTaskRequest request, Viewer viewer) {
        return create(Ids.next(), request, viewer);
    }

    /** Creates a task whose id was given out before. */
    @Transactional
    public TaskResponse create(UUID id, CreateTaskRequest request, Viewer viewer) {
        TaskEdit edit = request.edit();
        TaskRules.check(edit);
        TaskRules.checkBlockers(request.blockedBy());
        Set<UUID> blockedBy = distinct(request.blockedBy());
        lockGraphIf(!blockedBy.isEmpty());
        Instant now = journal.now();
        Task task = Task.create(id, viewer.id(), now);
        references.check(edit, task, viewer);
        references.checkBlockers(List.copyOf(blockedBy), viewer);
        edit.applyTo(task, viewer.caller().zone(), now);
        if (request.status() != null) {
            task.moveTo(request.status(), blockers.open(blockedBy, viewer), now);
        }
        writer.insert(task);
        for (UUID blocker : blockedBy) {
            graph.add(new Dependency(task.id(), blocker, DependencyType.BLOCKS, viewer.id(), now));
        }
        TaskResponse created = writer.stateOf(task);
        journal.write(TaskEvent.of("task.created", created, Map.of()), now);
        return created;
    }

    @Transactional
    public TaskResponse update(UUID id, TaskEdit edit, ExpectedVersion expected, Viewer viewer) {
        lockGraphIf(edit.parentTaskId().value() != null);
        Task task = access.lockToAct(id, viewer);
        expected.check(task.version());
        TaskRules.check(edit);
        references.check(edit, task, viewer);
        TaskResponse before = writer.stateOf(task);
        Instant now = journal.now();
        edit.applyTo(task, viewer.caller().zone(), now);
        TaskStatus next = edit.status().value();
        if (next != null && next != before.status()) {
            task.moveTo(next, blockers.open(before.blockedBy(), viewer), now);
            succession.follow(task, before.status(), now);
        }
        return writer.saveChanges(before, task);
    }

    /** Parents may not form circles any more than dependencies do, so both take the same lock. */
    private void lockGraphIf(boolean needed) {
        if (needed) {
            graph.lock();
        }
    }

    private static Set<UUID> distinct(@Nullable List<UUID> ids) {
        return ids == null ? Set.of() : new LinkedHashSet<>(ids);
    }
}
