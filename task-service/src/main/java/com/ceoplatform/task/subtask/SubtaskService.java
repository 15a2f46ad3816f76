package com.ceoplatform.task.subtask;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.access.Visibility;
import com.ceoplatform.task.subtask.SubtasksResponse.SubtaskProgress;
import com.ceoplatform.task.task.TaskAccess;
import com.ceoplatform.task.view.TaskFilter;
import com.ceoplatform.task.view.TaskOrder;
import com.ceoplatform.task.view.TaskViews;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subtasks as far as the viewer may see them: each has its own visibility. */
@Service
class SubtaskService {

    private static final TaskOrder OLDEST_FIRST = TaskOrder.parse("createdAt");

    private final TaskAccess access;
    private final TaskViews views;
    private final JdbcClient jdbc;

    SubtaskService(TaskAccess access, TaskViews views, JdbcClient jdbc) {
        this.access = access;
        this.views = views;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public SubtasksResponse of(UUID taskId, int limit, @Nullable String cursor, Viewer viewer) {
        access.see(taskId, viewer);
        return SubtasksResponse.of(
                views.list(TaskFilter.subtasksOf(taskId), OLDEST_FIRST, limit, cursor, viewer),
                progress(taskId, viewer));
    }

    private SubtaskProgress progress(UUID taskId, Viewer viewer) {
        Visibility visibility = Visibility.of(viewer);
        return jdbc.sql("""
                        SELECT count(*) AS total,
                               count(*) FILTER (WHERE t.status = 'COMPLETED') AS completed,
                               count(*) FILTER (WHERE t.status = 'CANCELLED') AS cancelled
                        FROM task t WHERE t.deleted_at IS NULL AND t.parent_task_id = :task AND\s""" + visibility.condition())
                .param("task", taskId)
                .params(visibility.parameters())
                .query((row, number) ->
                        SubtaskProgress.of(row.getLong("total"), row.getLong("completed"), row.getLong("cancelled")))
                .single();
    }
}
