package com.ceoplatform.deploy.say;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The parts of a command in words. */
final class Plan {

    private Plan() {}

    /** One action on one line: {@code a2 task.create  title: Content plan, assignees: Sarah Chen  (after a1)}. */
    static String describe(JsonNode action) {
        List<String> parameters = new ArrayList<>();
        action.path("parameters").properties().forEach(parameter -> {
            String value = value(parameter.getValue());
            if (!value.isEmpty()) {
                parameters.add(parameter.getKey() + ": " + value);
            }
        });
        String after = value(action.path("dependsOn"));
        return action.path("id").asString("") + " " + action.path("type").asString("") + "  "
                + String.join(", ", parameters) + (after.isEmpty() ? "" : "  (after " + after + ")");
    }

    /** What came of an action, empty when nothing did. */
    static String result(JsonNode action) {
        String label = action.path("result").path("label").asString("");
        String error = action.path("error")
                .path("detail")
                .asString(action.path("error").asString(""));
        return (label.isEmpty() ? "" : ": " + label) + (error.isEmpty() ? "" : ": " + error);
    }

    /** The action that an event is about: given whole, or as an id into the plan. */
    static JsonNode actionOf(JsonNode data) {
        if (data.path("action").isObject()) {
            return data.path("action");
        }
        String id = data.path("actionId").asString("");
        for (JsonNode action : data.path("plan").path("actions")) {
            if (action.path("id").asString("").equals(id)) {
                return action;
            }
        }
        return data;
    }

    static String timings(JsonNode timings) {
        List<String> phases = new ArrayList<>();
        timings.properties().forEach(phase -> {
            if (phase.getValue().isNumber()) {
                phases.add(phase.getKey().replace("Ms", "") + " "
                        + phase.getValue().asLong() + " ms");
            }
        });
        return String.join(", ", phases);
    }

    private static String value(JsonNode node) {
        if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(element -> values.add(value(element)));
            return String.join(", ", values);
        }
        if (node.isObject()) {
            return node.path("label").asString(node.path("id").asString(""));
        }
        return node.isNull() || node.isMissingNode() ? "" : node.asString("");
    }
}
