package com.ceoplatform.deploy.bench.speech;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Whether two commands mean exactly the same. Capitals and punctuation of texts do not count, nor do a few minutes. */
final class PlanComparison {

    private static final Duration SAME_MOMENT = Duration.ofMinutes(5);

    private PlanComparison() {}

    static boolean same(JsonNode one, JsonNode other) {
        return one.path("status").equals(other.path("status"))
                && equal(actions(one), actions(other))
                && one.path("clarification").isNull()
                        == other.path("clarification").isNull();
    }

    static List<String> types(JsonNode command) {
        return actions(command)
                .valueStream()
                .map(action -> action.path("type").asString(""))
                .toList();
    }

    private static JsonNode actions(JsonNode command) {
        return command.path("plan").path("actions");
    }

    private static boolean equal(JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            return equalMembers(members(one), members(other));
        }
        if (one.isArray() && other.isArray()) {
            List<JsonNode> left = new ArrayList<>(one.valueStream().toList());
            List<JsonNode> right = other.valueStream().toList();
            Iterator<JsonNode> pair = right.iterator();
            return left.size() == right.size() && left.stream().allMatch(item -> equal(item, pair.next()));
        }
        if (one.isString() && other.isString()) {
            return equal(one.stringValue(), other.stringValue());
        }
        return one.equals(other);
    }

    private static boolean equal(String one, String other) {
        Optional<Instant> moment = moment(one);
        Optional<Instant> otherMoment = moment(other);
        if (moment.isPresent() && otherMoment.isPresent()) {
            return Duration.between(moment.get(), otherMoment.get()).abs().compareTo(SAME_MOMENT) < 0;
        }
        return Words.joined(one).equals(Words.joined(other));
    }

    private static boolean equalMembers(Map<String, JsonNode> one, Map<String, JsonNode> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry ->
                                equal(entry.getValue(), other.getOrDefault(entry.getKey(), MissingNode.getInstance())));
    }

    /** A member that is null is as good as none. */
    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                members.put(member.getKey(), member.getValue());
            }
        });
        return members;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.length() < 16
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
