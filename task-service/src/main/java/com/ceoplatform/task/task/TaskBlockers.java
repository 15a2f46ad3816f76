package com.ceoplatform.task.task;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.graph.DependencyGraph;
import com.ceoplatform.task.task.OpenBlockers.Blocker;
import com.ceoplatform.task.view.TaskViews;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks up what a task waits for. */
@Component
class TaskBlockers {

    private final DependencyGraph graph;
    private final TaskViews views;

    TaskBlockers(DependencyGraph graph, TaskViews views) {
        this.graph = graph;
        this.views = views;
    }

    List<UUID> of(UUID taskId) {
        return graph.blockersOf(List.of(taskId)).getOrDefault(taskId, List.of());
    }

    /** Those of the blockers that are not completed, named as far as the viewer may see them. */
    OpenBlockers open(Collection<UUID> blockerIds, Viewer viewer) {
        if (blockerIds.isEmpty()) {
            return OpenBlockers.NONE;
        }
        Set<UUID> open = views.openOf(blockerIds);
        List<Blocker> visible = views.findAll(open, viewer).stream()
                .map(task -> new Blocker(task.id(), task.title(), task.status()))
                .toList();
        return new OpenBlockers(visible, open.size() - visible.size());
    }
}
