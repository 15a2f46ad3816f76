package com.ceoplatform.task.batch;

import com.ceoplatform.task.task.CreateTaskRequest;
import com.ceoplatform.task.task.TaskEdit;
import java.util.UUID;

/** What an item of a batch is to do. */
sealed interface Wish {

    record ToCreate(CreateTaskRequest request) implements Wish {}

    record ToChange(UUID taskId, TaskEdit edit) implements Wish {}
}
