package com.ceoplatform.task.batch;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.task.task.CreateTaskRequest;
import com.ceoplatform.task.task.TaskEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an item wants, with the names of other items replaced by the ids of their tasks. */
@Component
class ItemReader {

    private static final List<String> REFERENCES = List.of("parentTaskId", "blockedBy");

    private final JsonMapper mapper;

    ItemReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws DomainException 422 with the field that does not fit */
    CreateTaskRequest creation(BatchItem item, Map<String, UUID> ids) {
        return read(item, ids, CreateTaskRequest.class);
    }

    /** @throws DomainException 422 with the field that does not fit */
    TaskEdit edit(BatchItem item, Map<String, UUID> ids) {
        return read(item, ids, TaskEdit.class);
    }

    /** @throws DomainException 422 for what is neither an id nor the name of an item */
    UUID target(BatchItem item, Map<String, UUID> ids) {
        String id = String.valueOf(item.id());
        UUID named = ids.get(id);
        try {
            return named != null ? named : UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            throw DomainException.invalid("id", "is neither a task's id nor the tempId of an item");
        }
    }

    /** The names of others that the item mentions, whether there are such items or not. */
    static Set<String> mentions(BatchItem item) {
        Set<String> names = new HashSet<>();
        if (item.id() != null) {
            names.add(item.id());
        }
        JsonNode task = item.task();
        for (String field : REFERENCES) {
            JsonNode value = task == null ? null : task.get(field);
            if (value != null && value.isString()) {
                names.add(value.asString());
            } else if (value != null && value.isArray()) {
                value.valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .forEach(names::add);
            }
        }
        return names;
    }

    private <T> T read(BatchItem item, Map<String, UUID> ids, Class<T> type) {
        if (!(item.task() instanceof ObjectNode given)) {
            throw DomainException.invalid("task", "must be an object");
        }
        ObjectNode task = given.deepCopy();
        REFERENCES.forEach(field -> resolve(task, field, ids));
        try {
            return mapper.treeToValue(task, type);
        } catch (JacksonException mismatch) {
            throw DomainException.invalid(
                    "task" + path(mismatch), "has the wrong type or form, or is not allowed here");
        }
    }

    private static void resolve(ObjectNode task, String field, Map<String, UUID> ids) {
        JsonNode value = task.get(field);
        if (value != null && value.isString() && ids.containsKey(value.asString())) {
            task.put(field, String.valueOf(ids.get(value.asString())));
        } else if (value != null && value.isArray()) {
            List<JsonNode> others = new ArrayList<>(value.values());
            var resolved = task.putArray(field);
            for (JsonNode other : others) {
                UUID id = other.isString() ? ids.get(other.asString()) : null;
                if (id == null) {
                    resolved.add(other);
                } else {
                    resolved.add(id.toString());
                }
            }
        }
    }

    private static String path(JacksonException mismatch) {
        return mismatch.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
    }
}
