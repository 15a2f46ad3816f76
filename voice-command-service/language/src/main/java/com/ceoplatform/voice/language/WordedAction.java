package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.ceoplatform.voice.language.plan.ActionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action as another interpreter read it: people, channels, tasks and moments in the words of the transcript, nothing by
 * id.
 *
 * @param name of what is made, or the new name; what a reminder or a question is about
 * @param text of a message or comment; description of a task
 * @param people members, assignees, receivers, audience or attendees; for an update those who take over
 * @param addPeople for an update: those who join
 * @param tasks those that are acted on
 * @param when it is due, starts or reminds; for a question the period
 */
public record WordedAction(
        ActionType type,
        @Nullable String name,
        @Nullable String text,
        List<String> people,
        List<String> addPeople,
        @Nullable String channel,
        List<String> tasks,
        List<String> blockedBy,
        @Nullable String when,
        @Nullable Integer durationMinutes,
        @Nullable Priority priority,
        @Nullable TaskStatus status,
        @Nullable Privacy privacy,
        @Nullable ChannelType channelType) {

    public WordedAction {
        people = List.copyOf(people);
        addPeople = List.copyOf(addPeople);
        tasks = List.copyOf(tasks);
        blockedBy = List.copyOf(blockedBy);
    }

    /** Whether it takes something away from somebody. */
    boolean takesAway() {
        return type == ActionType.CHANNEL_ARCHIVE
                || type == ActionType.CHANNEL_REMOVE_MEMBERS
                || status == TaskStatus.CANCELLED;
    }
}
