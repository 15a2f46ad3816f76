package com.ceoplatform.task.watching;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.task.Task;
import com.ceoplatform.task.task.TaskAccess;
import com.ceoplatform.task.task.TaskWriter;
import com.ceoplatform.task.view.TaskResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Watching tasks. Everybody who sees a task may watch it; those who may change it decide for others, too. */
@Service
class WatchingService {

    private final TaskAccess access;
    private final TaskWriter writer;
    private final Organisation organisation;

    WatchingService(TaskAccess access, TaskWriter writer, Organisation organisation) {
        this.access = access;
        this.writer = writer;
        this.organisation = organisation;
    }

    /** Lets somebody watch; who does already goes on. */
    @Transactional
    public TaskResponse add(UUID taskId, UUID userId, Viewer viewer) {
        Task task = lock(taskId, userId, viewer);
        if (!organisation.isActive(userId)) {
            throw DomainException.notFound("user");
        }
        UUID channelId = task.channelId();
        Set<UUID> outsiders = channelId == null || userId.equals(viewer.id())
                ? Set.of()
                : viewer.channel(channelId)
                        .map(channel -> organisation.outsiders(channel, List.of(userId)))
                        .orElse(Set.of());
        if (!outsiders.isEmpty()) {
            throw DomainException.conflict(
                    "not_a_member", "Who watches a task of a channel must be a member of that channel.");
        }
        return writer.watch(task, userId);
    }

    /** Lets somebody watch no longer; who does not is left alone. */
    @Transactional
    public TaskResponse remove(UUID taskId, UUID userId, Viewer viewer) {
        return writer.unwatch(lock(taskId, userId, viewer), userId);
    }

    private Task lock(UUID taskId, UUID userId, Viewer viewer) {
        return userId.equals(viewer.id()) ? access.lockToSee(taskId, viewer) : access.lockToAct(taskId, viewer);
    }
}
