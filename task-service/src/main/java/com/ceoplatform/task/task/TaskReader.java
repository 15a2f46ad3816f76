package com.ceoplatform.task.task;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.activity.ActivityLog;
import com.ceoplatform.task.activity.ActivityResponse;
import com.ceoplatform.task.view.TaskFilter;
import com.ceoplatform.task.view.TaskOrder;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskViews;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What callers may read of tasks. */
@Service
@Transactional(readOnly = true)
class TaskReader {

    private final TaskAccess access;
    private final TaskViews views;
    private final ActivityLog activity;

    TaskReader(TaskAccess access, TaskViews views, ActivityLog activity) {
        this.access = access;
        this.views = views;
        this.activity = activity;
    }

    public TaskResponse get(UUID id, Viewer viewer) {
        return access.see(id, viewer);
    }

    public CursorPage<TaskResponse> list(
            TaskFilter filter, TaskOrder order, int limit, @Nullable String cursor, Viewer viewer) {
        return views.list(filter, order, limit, cursor, viewer);
    }

    public CursorPage<ActivityResponse> activity(UUID id, int limit, @Nullable String cursor, Viewer viewer) {
        access.see(id, viewer);
        return activity.of(id, limit, cursor);
    }
}
