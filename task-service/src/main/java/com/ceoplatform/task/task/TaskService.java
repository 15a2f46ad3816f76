package com.ceoplatform.task.task;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final TaskBlocking blocking;
    private final TaskSuccession succession;

    TaskService(
            TaskAccess access,
            TaskReferences references,
            TaskBlockers blockers,
            TaskWriter writer,
            TaskJournal journal,
            TaskBlocking blocking,
            TaskSuccession succession) {
        this.access = access;
        this.references = references;
        this.blockers = blockers;
        this.writer = writer;
        this.journal = journal;
        this.blocking = blocking;
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
        List<UUID> blockedBy = edit.blockers();
        blocking.lockFor(edit);
        Instant now = journal.now();
        Task task = Task.create(id, viewer.id(), now);
        references.check(edit, task, viewer);
        references.checkBlockers(blockedBy, List.of(), viewer);
        edit.applyTo(task, viewer.caller().zone(), now);
        if (request.status() != null) {
            task.moveTo(request.status(), blockers.open(blockedBy, viewer), now);
        }
        writer.insert(task);
        blocking.begin(task, blockedBy, viewer, now);
        TaskResponse created = writer.stateOf(task);
        journal.write(TaskEvent.of("task.created", created, Map.of()), now);
        return created;
    }

    @Transactional
    public TaskResponse update(UUID id, TaskEdit edit, ExpectedVersion expected, Viewer viewer) {
        blocking.lockFor(edit);
        Task task = access.lockToAct(id, viewer);
        expected.check(task.version());
        TaskRules.check(edit);
        references.check(edit, task, viewer);
        Instant now = journal.now();
        TaskResponse before = blocking.replace(task, writer.stateOf(task), edit, viewer, now);
        edit.applyTo(task, viewer.caller().zone(), now);
        TaskStatus next = edit.status().value();
        if (next != null && next != before.status()) {
            task.moveTo(next, blockers.open(before.blockedBy(), viewer), now);
            succession.follow(task, before.status(), now);
        }
        return writer.saveChanges(before, task);
    }
}
