package com.ceoplatform.voice.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One thing a step does to the world, with what it takes to revert it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "effect")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Effect.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Effect.MembersAdded.class, name = "members_added"),
    @JsonSubTypes.Type(value = Effect.MembersRemoved.class, name = "members_removed"),
    @JsonSubTypes.Type(value = Effect.ChannelArchived.class, name = "channel_archived"),
    @JsonSubTypes.Type(value = Effect.DependencyAdded.class, name = "dependency_added"),
    @JsonSubTypes.Type(value = Effect.Commented.class, name = "commented"),
    @JsonSubTypes.Type(value = Effect.Irrevocable.class, name = "irrevocable")
})
public sealed interface Effect {

    /** Id of what is affected. */
    String id();

    /** Its name, to say what stands. */
    String label();

    /**
     * Something new.
     *
     * @param snapshot how the service answered; tells later whether anybody changed it
     */
    record Created(Thing thing, String id, String label, JsonNode snapshot) implements Effect {}

    /** Fields with other values. */
    record Changed(Thing thing, String id, String label, Map<String, JsonNode> before, Map<String, JsonNode> after)
            implements Effect {}

    record MembersAdded(String id, String label, List<String> userIds) implements Effect {}

    /** @param roles the role that each one had */
    record MembersRemoved(String id, String label, Map<String, String> roles) implements Effect {}

    record ChannelArchived(String id, String label) implements Effect {}

    record DependencyAdded(String id, String label, String dependsOnTaskId) implements Effect {}

    /** @param id of the task */
    record Commented(String id, String label, String commentId, String content) implements Effect {}

    /** Something no service can take back. */
    record Irrevocable(String id, String label) implements Effect {}

    /** What kinds of things commands make and change. */
    enum Thing {
        CHANNEL,
        TASK,
        MESSAGE,
        REMINDER,
        MEETING,
        FILE
    }
}
