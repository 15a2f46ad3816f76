package com.ceoplatform.voice.testing;

import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions as tests need them. */
public final class Plans {

    private Plans() {}

    public static PlannedAction channel(String id, String name) {
        return action(id, ActionType.CHANNEL_CREATE, new CreateChannel(name, null, null, null));
    }

    public static PlannedAction task(String id, String title, @Nullable Reference channel) {
        return action(id, ActionType.TASK_CREATE, new CreateTask(title, null, null, null, Priority.HIGH, channel));
    }

    public static PlannedAction priority(String id, Priority priority, String... taskIds) {
        List<Reference> tasks = Arrays.stream(taskIds)
                .map(task -> new Reference(ReferenceKind.TASK, task, "Task"))
                .toList();
        return action(id, ActionType.TASK_UPDATE, new UpdateTasks(tasks, null, priority, null, null, null, null));
    }

    public static PlannedAction addMembers(String id, Reference channel, String... users) {
        List<Reference> people = Arrays.stream(users)
                .map(user -> new Reference(ReferenceKind.USER, user, "Sam"))
                .toList();
        return action(id, ActionType.CHANNEL_ADD_MEMBERS, new ChangeMembers(channel, people));
    }

    public static PlannedAction message(String id, Reference channel, String text) {
        return action(id, ActionType.MESSAGE_SEND, new SendMessage(channel, null, text, null));
    }

    public static Reference made(String actionId, String label) {
        return Reference.toAction(actionId, label);
    }

    public static PlannedAction action(String id, ActionType type, Parameters parameters) {
        return new PlannedAction(id, type, parameters, List.of());
    }
}
