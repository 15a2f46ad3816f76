package com.ceoplatform.task.task;

import com.ceoplatform.task.view.TaskViews;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The tasks that are being written; readers use {@link TaskViews}. */
interface Tasks extends Repository<Task, UUID> {

    Task saveAndFlush(Task task);

    /** Waits for whoever else is writing the task, so that writers come one after the other. Finds deleted ones too. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Task t where t.id = :id")
    Optional<Task> findLocked(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Task t where t.parentTaskId = :parentId and t.deletedAt is null order by t.id")
    List<Task> findSubtasksLocked(UUID parentId);
}
