package com.ceoplatform.task.comment;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Organisation;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.journal.TaskJournal;
import com.ceoplatform.task.task.Task;
import com.ceoplatform.task.task.TaskAccess;
import com.ceoplatform.task.task.TaskWriter;
import com.ceoplatform.task.view.TaskResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Idempotent
    @Transactional
    public CommentResponse add(UUID taskId, CreateCommentRequest request, Viewer viewer) {
        Task task = access.lockToComment(taskId, viewer);
        checkMentions(task, request.mentions(), List.of(), viewer);
        TaskResponse state = writer.addWatchers(task, request.mentions());
        Instant now = journal.now();
        CommentResponse comment = new CommentResponse(
                Ids.next(), taskId, viewer.id(), request.content(), request.mentions(), now, null, 0);
        comments.add(comment);
        journal.write(CommentEvent.commented(state, comment), now);
        return comment;
    }

    /** Changes what the caller wrote. */
    @Transactional
    public CommentResponse edit(
            UUID taskId, UUID id, EditCommentRequest request, ExpectedVersion expected, Viewer viewer) {
        Task task = access.lockToSee(taskId, viewer);
        CommentResponse before = comments.find(taskId, id).orElseThrow(CommentService::notFound);
        if (!before.authorId().equals(viewer.id())) {
            throw DomainException.forbidden("Only its author may change a comment.");
        }
        expected.check(before.version());
        Instant now = journal.now();
        CommentResponse after = request.applyTo(before, now);
        checkMentions(task, after.mentionedUserIds(), before.mentionedUserIds(), viewer);
        if (after.content().equals(before.content()) && after.mentionedUserIds().equals(before.mentionedUserIds())) {
            return before;
        }
        TaskResponse state = writer.addWatchers(task, after.mentionedUserIds());
        comments.save(after);
        journal.write(CommentEvent.edited(state, before, after), now);
        return after;
    }

    /** Deletes a comment; one that is deleted already stays so. */
    @Transactional
    public void delete(UUID taskId, UUID id, ExpectedVersion expected, Viewer viewer) {
        Task task = access.lockToSee(taskId, viewer);
        Optional<CommentResponse> comment = comments.find(taskId, id);
        if (comment.isEmpty()) {
            if (comments.wasDeleted(taskId, id)) {
                return;
            }
            throw notFound();
        }
        if (!viewer.isCeo() && !comment.get().authorId().equals(viewer.id())) {
            throw DomainException.forbidden("Only its author and the CEO may delete a comment.");
        }
        expected.check(comment.get().version());
        Instant now = journal.now();
        comments.delete(id, now);
        journal.write(CommentEvent.deleted(writer.stateOf(task), comment.get()), now);
    }

    private void checkMentions(Task task, List<UUID> mentions, List<UUID> before, Viewer viewer) {
        Set<UUID> outsiders = task.channelId() == null
                ? Set.of()
                : viewer.channel(task.channelId())
                        .map(channel -> organisation.outsiders(channel, mentions))
                        .orElse(Set.of());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            String field = "mentionedUserIds[" + i + "]";
            UUID userId = mentions.get(i);
            if (before.contains(userId)) {
                continue;
            }
            if (!organisation.isActive(userId)) {
                errors.add(new FieldError(field, "is not an active person of this organisation"));
            } else if (outsiders.contains(userId)) {
                errors.add(new FieldError(field, "is not a member of the channel and could not see the task"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }

    @Transactional(readOnly = true)
    public CommentResponse get(UUID taskId, UUID id, Viewer viewer) {
        access.see(taskId, viewer);
        return comments.find(taskId, id).orElseThrow(CommentService::notFound);
    }

    @Transactional(readOnly = true)
    public CursorPage<CommentResponse> list(UUID taskId, int limit, @Nullable String cursor, Viewer viewer) {
        access.see(taskId, viewer);
        return comments.of(taskId, limit, cursor);
    }

    private static DomainException notFound() {
        return DomainException.notFound("comment");
    }
}
