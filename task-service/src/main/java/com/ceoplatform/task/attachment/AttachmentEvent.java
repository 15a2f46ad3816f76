package com.ceoplatform.task.attachment;

import com.ceoplatform.task.journal.FieldChange;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.view.TaskResponse;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/** The payload of {@code task.file_added} and {@code task.file_removed}: the task, flat, and the file. */
record AttachmentEvent(@JsonUnwrapped TaskResponse task, Attachment file) {

    static TaskEvent added(TaskResponse task, Attachment file) {
        return event("task.file_added", task, file, new FieldChange(null, file.name()));
    }

    static TaskEvent removed(TaskResponse task, Attachment file) {
        return event("task.file_removed", task, file, new FieldChange(file.name(), null));
    }

    private static TaskEvent event(String type, TaskResponse task, Attachment file, FieldChange history) {
        return new TaskEvent(type, task.id(), Map.of("file", history), new AttachmentEvent(task, file));
    }
}
