package com.ceoplatform.message.message;

import com.ceoplatform.message.link.TaskLinks;
import java.util.List;
import java.util.UUID;

/**
 * What a message says, as it was written, and what was recognised in it.
 *
 * @param mentionedUserIds whom it mentions
 * @param taskIds which tasks it names
 */
public record MessageText(String content, List<UUID> mentionedUserIds, List<UUID> taskIds) {

    public MessageText {
        mentionedUserIds = List.copyOf(mentionedUserIds);
        taskIds = List.copyOf(taskIds);
    }

    public static MessageText of(String content, List<UUID> mentionedUserIds) {
        return new MessageText(content, mentionedUserIds, TaskLinks.in(content));
    }
}
