package com.ceoplatform.task.attachment;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.view.TaskResponse;
import com.ceoplatform.task.view.TaskViews;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who see a task of its files. The task itself does not change by them: its version stays. Who linked a file
 * was asked by channel-service whether they see the task.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Attachments {

    private final TaskViews views;
    private final TaskJournal journal;

    Attachments(TaskViews views, TaskJournal journal) {
        this.views = requireNonNull(views, "views is null");
        this.journal = requireNonNull(journal, "journal is null");
    }

    void added(Attachment file, List<UUID> taskIds) {
        tell(file, taskIds, AttachmentEvent::added);
    }

    void removed(Attachment file, List<UUID> taskIds) {
        tell(file, taskIds, AttachmentEvent::removed);
    }

    /** Deleted tasks are passed over. */
    private void tell(Attachment file, List<UUID> taskIds, BiFunction<TaskResponse, Attachment, TaskEvent> event) {
        for (TaskResponse task : views.lockAll(taskIds)) {
            journal.write(event.apply(task, file), journal.now());
        }
    }
}
