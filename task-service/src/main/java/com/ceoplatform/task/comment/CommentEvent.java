package com.ceoplatform.task.comment;

import com.ceoplatform.task.journal.FieldChange;
import com.ceoplatform.task.journal.TaskEvent;
import com.ceoplatform.task.view.TaskResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code task.commented}, {@code task.comment_edited} and {@code task.comment_deleted}: the task, flat, and
 * the comment.
 *
 * @param userIds whom an edit mentions for the first time
 */
record CommentEvent(
        @JsonUnwrapped TaskResponse task,
        CommentResponse comment,
        @JsonInclude(Include.NON_EMPTY) Map<String, FieldChange> changed,
        @JsonInclude(Include.NON_NULL) @Nullable List<UUID> userIds) {

    static TaskEvent commented(TaskResponse task, CommentResponse comment) {
        Map<String, FieldChange> history = Map.of("comment", new FieldChange(null, comment.id()));
        return new TaskEvent("task.commented", task.id(), history, new CommentEvent(task, comment, Map.of(), null));
    }

    static TaskEvent edited(TaskResponse task, CommentResponse before, CommentResponse after) {
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        if (!before.content().equals(after.content())) {
            changed.put("content", new FieldChange(before.content(), after.content()));
        }
        if (!before.mentionedUserIds().equals(after.mentionedUserIds())) {
            changed.put("mentionedUserIds", new FieldChange(before.mentionedUserIds(), after.mentionedUserIds()));
        }
        Map<String, FieldChange> history = new LinkedHashMap<>(changed);
        history.put("comment", new FieldChange(before.id(), after.id()));
        List<UUID> added = after.mentionedUserIds().stream()
                .filter(userId -> !before.mentionedUserIds().contains(userId))
                .toList();
        return new TaskEvent("task.comment_edited", task.id(), history, new CommentEvent(task, after, changed, added));
    }

    static TaskEvent deleted(TaskResponse task, CommentResponse comment) {
        Map<String, FieldChange> history = Map.of("comment", new FieldChange(comment.id(), null));
        return new TaskEvent(
                "task.comment_deleted", task.id(), history, new CommentEvent(task, comment.deleted(), Map.of(), null));
    }
}
