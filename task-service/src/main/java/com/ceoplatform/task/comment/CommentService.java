package com.ceoplatform.task.comment;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.journal.FieldChange;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.task.Task;
import com.ceoplatform.task.task.TaskAccess;
import com.ceoplatform.task.task.TaskWriter;
import com.ceoplatform.task.view.TaskResponse;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commenting on tasks. Who is mentioned watches the task from then on, so that they can see what they are told of. */
@Service
class CommentService {

    private final Comments comments;
    private final TaskAccess access;
    private final TaskWriter writer;
    private final TaskJournal journal;
    private final Organisation organisation;

    CommentService(
            Comments comments, TaskAccess access, TaskWriter writer, TaskJournal journal, Organisation organisation) {
        this.comments = comments;
        this.access = access;
        this.writer = writer;
        this.journal = journal;
        this.organisation = organisation;
    }

    /** The payload of {@code task.commented}. */
    record Commented(@JsonUnwrapped TaskResponse task, CommentResponse comment) {}

    @Idempotent
    @Transactional
    public CommentResponse add(UUID taskId, CreateCommentRequest request, Viewer viewer) {
        Task task = access.lockToComment(taskId, viewer);
        checkMentions(task, request.mentions(), viewer);
        TaskResponse state = writer.addWatchers(task, request.mentions());
        Instant now = journal.now();
        CommentResponse comment =
                new CommentResponse(Ids.next(), taskId, viewer.id(), request.content(), request.mentions(), now, 0);
        comments.add(comment);
        Map<String, FieldChange> changed = Map.of("comment", new FieldChange(null, comment.id()));
        journal.write(new TaskEvent("task.commented", taskId, changed, new Commented(state, comment)), now);
        return comment;
    }

    private void checkMentions(Task task, List<UUID> mentions, Viewer viewer) {
        Set<UUID> outsiders = task.channelId() == null
                ? Set.of()
                : viewer.channel(task.channelId())
                        .map(channel -> organisation.outsiders(channel, mentions))
                        .orElse(Set.of());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            String field = "mentionedUserIds[" + i + "]";
            if (!organisation.isActive(mentions.get(i))) {
                errors.add(new FieldError(field, "is not an active person of this organisation"));
            } else if (outsiders.contains(mentions.get(i))) {
                errors.add(new FieldError(field, "is not a member of the channel and could not see the task"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }

    @Transactional(readOnly = true)
    public CursorPage<CommentResponse> list(UUID taskId, int limit, @Nullable String cursor, Viewer viewer) {
        access.see(taskId, viewer);
        return comments.of(taskId, limit, cursor);
    }
}
