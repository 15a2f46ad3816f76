package com.ceoplatform.message.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as REST returns it and as its events carry it. Content is text (Markdown as people write it) and never
 * anything to execute; that of a deleted message is empty.
 *
 * @param type text, or what the platform tells of
 * @param subjectIds the people that a message of the platform is about
 * @param taskIds the tasks that it names
 * @param sequence its place in the channel; grows by at least one from message to message
 * @param acknowledgedBy who has confirmed to have read it
 */
public record MessageResponse(
        UUID id,
        UUID channelId,
        UUID senderId,
        MessageType type,
        String content,
        List<UUID> subjectIds,
        @Nullable UUID replyTo,
        @Nullable UUID threadRootId,
        int replyCount,
        Priority priority,
        @Nullable String clientMessageId,
        List<UUID> mentionedUserIds,
        List<UUID> taskIds,
        List<Reaction> reactions,
        boolean pinned,
        List<UUID> acknowledgedBy,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        Instant createdAt,
        long version,
        long sequence) {

    /** Who reacted with an emoji, the first one first. */
    public record Reaction(String emoji, List<UUID> userIds) {}

    /** A message that nobody has reacted to. */
    public static MessageResponse unmarked(Message message) {
        return from(message, Marks.NONE);
    }

    static MessageResponse from(Message message, Marks marks) {
        MessageText text = message.text();
        return new MessageResponse(
                message.id(),
                message.channelId(),
                message.senderId(),
                message.type(),
                text.content(),
                message.subjectIds(),
                message.replyTo(),
                message.threadRootId(),
                message.replyCount(),
                message.priority(),
                message.clientMessageId(),
                text.mentionedUserIds(),
                text.taskIds(),
                marks.reactions(),
                message.isPinned(),
                marks.acknowledgedBy(),
                message.editedAt(),
                message.deletedAt(),
                message.createdAt(),
                message.version(),
                message.sequence());
    }
}
