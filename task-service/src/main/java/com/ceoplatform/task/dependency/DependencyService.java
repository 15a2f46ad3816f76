package com.ceoplatform.task.dependency;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.graph.Dependency;
import com.ceoplatform.task.graph.DependencyGraph;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.task.Task;
import com.ceoplatform.task.task.TaskAccess;
import com.ceoplatform.task.task.TaskWriter;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskViews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes tasks wait for each other. The one that waits gets a new version; the other one stays as it is. */
@Service
class DependencyService {

    private final DependencyGraph graph;
    private final TaskAccess access;
    private final TaskViews views;
    private final TaskWriter writer;
    private final TaskJournal journal;

    DependencyService(
            DependencyGraph graph, TaskAccess access, TaskViews views, TaskWriter writer, TaskJournal journal) {
        this.graph = graph;
        this.access = access;
        this.views = views;
        this.writer = writer;
        this.journal = journal;
    }

    /** Adds a dependency; the same one again changes nothing. */
    @Idempotent
    @Transactional
    public DependencyResponse add(UUID taskId, AddDependencyRequest request, Viewer viewer) {
        graph.lock();
        Task task = access.lockToAct(taskId, viewer);
        TaskResponse other = access.see(request.dependsOnTaskId(), viewer);
        Instant now = journal.now();
        Dependency edge = new Dependency(taskId, other.id(), request.typeOrDefault(), viewer.id(), now);
        Optional<Dependency> same = graph.find(taskId, other.id()).filter(there -> there.type() == edge.type());
        if (same.isPresent()) {
            return DependencyResponse.from(same.get(), other);
        }
        TaskResponse before = writer.stateOf(task);
        graph.add(edge);
        TaskResponse after = writer.saveTouched(task, now);
        journal.write(TaskEvent.ofDependency("task.dependency_added", before, after, edge), now);
        return DependencyResponse.from(edge, other);
    }

    /** Removes a dependency; one that is not there is removed already. */
    @Transactional
    public void remove(UUID taskId, UUID dependsOnTaskId, Viewer viewer) {
        graph.lock();
        Task task = access.lockToAct(taskId, viewer);
        Optional<Dependency> edge = graph.find(taskId, dependsOnTaskId);
        if (edge.isEmpty()) {
            return;
        }
        TaskResponse before = writer.stateOf(task);
        graph.remove(taskId, dependsOnTaskId);
        Instant now = journal.now();
        TaskResponse after = writer.saveTouched(task, now);
        journal.write(TaskEvent.ofDependency("task.dependency_removed", before, after, edge.get()), now);
    }

    /** What the task waits for and what waits for it, as far as the viewer may see the others. */
    @Transactional(readOnly = true)
    public List<DependencyResponse> list(UUID taskId, Viewer viewer) {
        access.see(taskId, viewer);
        List<Dependency> edges = graph.of(taskId);
        List<UUID> others = edges.stream().map(edge -> other(edge, taskId)).toList();
        Map<UUID, TaskResponse> visible =
                views.findAll(others, viewer).stream().collect(toMap(TaskResponse::id, identity()));
        return edges.stream()
                .flatMap(edge -> Stream.ofNullable(visible.get(other(edge, taskId)))
                        .map(task -> DependencyResponse.from(edge, task)))
                .toList();
    }

    private static UUID other(Dependency edge, UUID taskId) {
        return edge.taskId().equals(taskId) ? edge.dependsOnTaskId() : edge.taskId();
    }
}
