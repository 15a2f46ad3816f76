package com.ceoplatform.notification.rule;

import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task event says.
 *
 * @param userIds whom it is about: who was assigned or unassigned, or is to be reminded
 */
record TaskSeen(
        UUID id,
        String title,
        String status,
        List<UUID> assigneeIds,
        @Nullable List<UUID> watcherIds,
        UUID createdBy,
        @Nullable UUID channelId,
        @Nullable List<UUID> userIds,
        @Nullable Comment comment,
        @Nullable Map<String, Object> changed) {

    /** What was said, and to whom. */
    record Comment(String content, List<UUID> mentionedUserIds) {}

    List<UUID> people() {
        return userIds == null ? List.of() : userIds;
    }

    List<UUID> watchers() {
        return watcherIds == null ? List.of() : watcherIds;
    }

    /** Everybody who has to do with it. */
    Set<UUID> everybody() {
        Set<UUID> everybody = new HashSet<>(assigneeIds);
        everybody.addAll(watchers());
        everybody.add(createdBy);
        return everybody;
    }

    boolean isOver() {
        return status.equals("completed") || status.equals("cancelled");
    }

    boolean hasNewDeadline() {
        return changed != null && changed.containsKey("dueAt");
    }

    Subject subject() {
        return new Subject(SubjectKind.TASK, id, title, channelId);
    }
}
