package com.ceoplatform.task.journal;

import com.ceoplatform.task.graph.Dependency;
import com.ceoplatform.task.graph.DependencyType;
import com.ceoplatform.task.view.TaskResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task.
 *
 * @param type such as {@code task.created}
 * @param changed by field, empty when nothing of the task itself changed
 * @param payload what goes to Kafka: the task, flat, and what the type adds
 */
public record TaskEvent(String type, UUID taskId, Map<String, FieldChange> changed, Object payload) {

    /** An event whose payload is the task and what changed. */
    public static TaskEvent of(String type, TaskResponse task, Map<String, FieldChange> changed) {
        return new TaskEvent(type, task.id(), changed, new Payload(task, changed, null, null, null));
    }

    /** An event about people who were added or removed. */
    static TaskEvent ofPeople(String type, TaskResponse task, Map<String, FieldChange> changed, List<UUID> userIds) {
        return new TaskEvent(type, task.id(), changed, new Payload(task, changed, userIds, null, null));
    }

    /** An event that nobody caused but the time, and whom to tell of it. */
    public static TaskEvent ofAlarm(
            String type, TaskResponse task, List<UUID> userIds, @Nullable Integer minutesBefore) {
        return new TaskEvent(type, task.id(), Map.of(), new Payload(task, Map.of(), userIds, null, minutesBefore));
    }

    /** An event about a task that waits for another one, or no longer does. */
    public static TaskEvent ofDependency(String type, TaskResponse before, TaskResponse after, Dependency dependency) {
        Map<String, FieldChange> changed = new TaskChanges(before, after).fieldsChanged();
        Edge edge = new Edge(dependency.dependsOnTaskId(), dependency.type());
        return new TaskEvent(type, after.id(), changed, new Payload(after, changed, null, edge, null));
    }

    /** The resource as REST returns it, with what the event adds beside its fields. */
    private record Payload(
            @JsonUnwrapped TaskResponse task,
            @JsonInclude(Include.NON_EMPTY) Map<String, FieldChange> changed,
            @JsonInclude(Include.NON_NULL) @Nullable List<UUID> userIds,
            @JsonInclude(Include.NON_NULL) @Nullable Edge dependency,
            @JsonInclude(Include.NON_NULL) @Nullable Integer minutesBefore) {}

    private record Edge(UUID dependsOnTaskId, DependencyType type) {}
}
