package com.ceoplatform.task.subtask;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.task.view.TaskResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the subtasks of a task, and how far all of them are. */
record SubtasksResponse(List<TaskResponse> items, @Nullable String nextCursor, SubtaskProgress progress) {

    SubtasksResponse {
        items = List.copyOf(items);
    }

    /**
     * How many subtasks there are.
     *
     * @param percentComplete of those that were not cancelled, rounded down; 0 when there is none
     */
    record SubtaskProgress(long total, long completed, long cancelled, int percentComplete) {

        static SubtaskProgress of(long total, long completed, long cancelled) {
            long relevant = total - cancelled;
            return new SubtaskProgress(
                    total, completed, cancelled, relevant == 0 ? 0 : (int) (100 * completed / relevant));
        }
    }

    static SubtasksResponse of(CursorPage<TaskResponse> page, SubtaskProgress progress) {
        return new SubtasksResponse(page.items(), page.nextCursor(), progress);
    }
}
