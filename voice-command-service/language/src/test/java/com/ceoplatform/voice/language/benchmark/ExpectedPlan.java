package com.ceoplatform.voice.language.benchmark;

import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.plan.PlannedAction;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a plan with what was expected, exactly: every action, every parameter, nothing more. Only what the expectation
 * cannot know is left open: the default type of a channel, and the new channel a task of the same breath belongs to.
 */
final class ExpectedPlan {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TIMES = Set.of("due", "at", "startAt", "from", "to");

    private final Organisation organisation;
    private final ZonedDateTime now;

    ExpectedPlan(Organisation organisation, ZonedDateTime now) {
        this.organisation = organisation;
        this.now = now;
    }

    /** What differs; empty when nothing does. */
    String difference(JsonNode expected, List<PlannedAction> plan) {
        List<PlannedAction> left = new ArrayList<>(plan);
        List<String> missing = new ArrayList<>();
        for (JsonNode action : expected) {
            PlannedAction match =
                    left.stream().filter(it -> matches(action, it)).findFirst().orElse(null);
            if (match == null) {
                missing.add(action.toString());
            } else {
                left.remove(match);
            }
        }
        return missing.isEmpty() && left.isEmpty()
                ? ""
                : "missing " + missing + ", instead "
                        + left.stream()
                                .map(it -> it.type().wire() + JSON.writeValueAsString(it.parameters()))
                                .toList();
    }

    private boolean matches(JsonNode expected, PlannedAction action) {
        if (!expected.path("type").asString().equals(action.type().wire())) {
            return false;
        }
        JsonNode actual = JSON.valueToTree(action.parameters());
        Set<String> keys = new TreeSet<>();
        actual.propertyNames().forEach(keys::add);
        for (var entry : expected.properties()) {
            String key = actualKey(entry.getKey(), action);
            if (!entry.getKey().equals("type")) {
                keys.remove(key);
                if (!same(entry.getKey(), entry.getValue(), actual.path(key))) {
                    return false;
                }
            }
        }
        if (actual.path("channel").path("kind").asString("").equals("action")) {
            keys.remove("channel");
        }
        if (actual.path("type").asString("").equals("project")) {
            keys.remove("type");
        }
        return keys.isEmpty();
    }

    private static String actualKey(String key, PlannedAction action) {
        boolean query = action.type().isQuery();
        return switch (key) {
            case "type_" -> "type";
            case "due" -> query ? "due" : "dueAt";
            default -> key;
        };
    }

    private boolean same(String key, JsonNode expected, JsonNode actual) {
        if (actual.isMissingNode()) {
            return false;
        }
        if (TIMES.contains(key) && expected.isString()) {
            return ExpectedTime.of(expected.asString(), now).isEqual(OffsetDateTime.parse(actual.asString()));
        }
        if (expected.isObject()) {
            return expected.properties().stream()
                            .allMatch(entry -> same(entry.getKey(), entry.getValue(), actual.path(entry.getKey())))
                    && expected.size() == actual.size();
        }
        if (actual.isArray()) {
            return labels(expected).equals(labelsOf(actual, expected.toString().contains("\"->\"")));
        }
        if (actual.isObject()) {
            String text = expected.asString();
            return text.startsWith("->")
                    ? actual.path("kind").asString().equals("action")
                            || actual.path("id").asString().startsWith("planned:")
                    : text.equals(actual.path("label").asString());
        }
        return expected.asString().equals(actual.asString());
    }

    /** @param made what the plan itself makes is only written as an arrow */
    private static Set<String> labelsOf(JsonNode references, boolean made) {
        Set<String> labels = new TreeSet<>();
        references.forEach(reference -> labels.add(label(reference, made)));
        return labels;
    }

    private static String label(JsonNode reference, boolean made) {
        if (made && reference.path("kind").asString().equals("action")) {
            return "->";
        }
        return reference.path("id").asString().startsWith("planned:")
                ? "-> that task"
                : reference.path("label").asString();
    }

    private Set<String> labels(JsonNode expected) {
        Set<String> labels = new TreeSet<>();
        if (expected.isString()) {
            labels.addAll(described(expected.asString()));
        } else {
            expected.forEach(label -> labels.addAll(described(label.asString())));
        }
        return labels;
    }

    private List<String> described(String text) {
        if (text.startsWith("everyone in ")) {
            return Arrays.stream(text.substring("everyone in ".length()).split(" and "))
                    .flatMap(department -> organisation.inDepartment(department).stream())
                    .map(Person::name)
                    .toList();
        }
        if (text.startsWith("overdue tasks of the channel ")) {
            return organisation.tasksIn(text.substring("overdue tasks of the channel ".length())).stream()
                    .filter(task -> task.overdue(now.toInstant()))
                    .map(Task::title)
                    .toList();
        }
        return List.of(text);
    }
}
