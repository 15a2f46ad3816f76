package com.ceoplatform.task.journal;

import com.ceoplatform.task.view.TaskResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The difference between two states of one task, told as events. */
public record TaskChanges(TaskResponse before, TaskResponse after) {

    private static final Map<String, Function<TaskResponse, @Nullable Object>> FIELDS = fields();
    private static final Set<String> OF_STATUS = Set.of("status", "completedAt");

    private static Map<String, Function<TaskResponse, @Nullable Object>> fields() {
        Map<String, Function<TaskResponse, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("title", TaskResponse::title);
        fields.put("description", TaskResponse::description);
        fields.put("status", TaskResponse::status);
        fields.put("priority", TaskResponse::priority);
        fields.put("assigneeIds", TaskResponse::assigneeIds);
        fields.put("watcherIds", TaskResponse::watcherIds);
        fields.put("dueAt", TaskResponse::dueAt);
        fields.put("reminderMinutes", TaskResponse::reminderMinutes);
        fields.put("recurrence", TaskResponse::recurrence);
        fields.put("channelId", TaskResponse::channelId);
        fields.put("parentTaskId", TaskResponse::parentTaskId);
        fields.put("labels", TaskResponse::labels);
        fields.put("blockedBy", TaskResponse::blockedBy);
        fields.put("completedAt", TaskResponse::completedAt);
        return fields;
    }

    /** Every field that differs. */
    public Map<String, FieldChange> fieldsChanged() {
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        FIELDS.forEach((name, value) -> {
            Object from = value.apply(before);
            Object to = value.apply(after);
            if (!Objects.equals(from, to)) {
                changed.put(name, new FieldChange(from, to));
            }
        });
        return changed;
    }

    /** One event per kind of change; {@code task.updated} for what has no event of its own. */
    public List<TaskEvent> events() {
        Map<String, FieldChange> rest = fieldsChanged();
        Map<String, FieldChange> status = new LinkedHashMap<>();
        for (String field : List.copyOf(rest.keySet())) {
            if (OF_STATUS.contains(field)) {
                status.put(field, Objects.requireNonNull(rest.remove(field)));
            }
        }
        FieldChange assignees = rest.remove("assigneeIds");
        List<TaskEvent> events = new ArrayList<>();
        if (!rest.isEmpty()) {
            events.add(TaskEvent.of("task.updated", after, rest));
        }
        if (assignees != null) {
            events.addAll(assignmentEvents(Map.of("assigneeIds", assignees)));
        }
        if (!status.isEmpty()) {
            events.add(TaskEvent.of("task.status_changed", after, status));
        }
        return events;
    }

    private List<TaskEvent> assignmentEvents(Map<String, FieldChange> changed) {
        List<UUID> added = without(after.assigneeIds(), before.assigneeIds());
        List<UUID> removed = without(before.assigneeIds(), after.assigneeIds());
        List<TaskEvent> events = new ArrayList<>();
        if (!added.isEmpty()) {
            events.add(TaskEvent.ofPeople("task.assigned", after, changed, added));
        }
        if (!removed.isEmpty()) {
            events.add(TaskEvent.ofPeople("task.unassigned", after, changed, removed));
        }
        if (events.isEmpty()) {
            // The same people in another order.
            events.add(TaskEvent.of("task.updated", after, changed));
        }
        return events;
    }

    private static List<UUID> without(List<UUID> all, List<UUID> gone) {
        return all.stream().filter(id -> !gone.contains(id)).toList();
    }
}
