package com.ceoplatform.voice.language.plan;

import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Task;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something an action is about, by id, with the name to show. */
public record Reference(ReferenceKind kind, String id, String label) {

    public static Reference to(Person person) {
        return new Reference(ReferenceKind.USER, person.id(), person.name());
    }

    public static Reference to(Channel channel) {
        return new Reference(ReferenceKind.CHANNEL, channel.id(), channel.name());
    }

    public static Reference to(Task task) {
        return new Reference(ReferenceKind.TASK, task.id(), task.title());
    }

    public static Reference toAction(String actionId, String label) {
        return new Reference(ReferenceKind.ACTION, actionId, label);
    }

    @JsonIgnore
    public boolean isAction() {
        return kind == ReferenceKind.ACTION;
    }
}
