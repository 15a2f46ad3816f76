package com.ceoplatform.voice.language.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One step of a plan.
 *
 * @param id {@code a1}, {@code a2}, ... in the order they were said
 * @param dependsOn ids of the actions that must be done before
 */
public record PlannedAction(String id, ActionType type, Parameters parameters, List<String> dependsOn) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public PlannedAction {
        if (!type.parameters().isInstance(parameters)) {
            throw new IllegalArgumentException(type.wire() + " does not take " + parameters.getClass());
        }
        dependsOn = List.copyOf(dependsOn);
    }

    /** Reads the parameters as those of the type; the type tells which they are. */
    @JsonCreator
    static PlannedAction read(
            @JsonProperty("id") String id,
            @JsonProperty("type") ActionType type,
            @JsonProperty("parameters") JsonNode parameters,
            @JsonProperty("dependsOn") List<String> dependsOn) {
        return new PlannedAction(id, type, MAPPER.treeToValue(parameters, type.parameters()), dependsOn);
    }
}
