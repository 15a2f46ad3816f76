package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.task.view.TaskStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a task still waits for.
 *
 * @param visible those that the caller may know about
 * @param hidden how many more there are
 */
public record OpenBlockers(List<Blocker> visible, int hidden) {

    static final OpenBlockers NONE = new OpenBlockers(List.of(), 0);

    /** One task that must be completed first. */
    public record Blocker(UUID id, String title, TaskStatus status) {}

    public OpenBlockers {
        visible = List.copyOf(visible);
    }

    boolean isEmpty() {
        return visible.isEmpty() && hidden == 0;
    }

    DomainException refusal() {
        int count = visible.size() + hidden;
        String detail = "The task waits for %d %s that must be completed first."
                .formatted(count, count == 1 ? "task" : "tasks");
        String more = hidden == 0 ? "" : " You may not see %d of them.".formatted(hidden);
        return new DomainException(ErrorKind.CONFLICT, "task_blocked", detail + more, Map.of("blockers", visible));
    }
}
