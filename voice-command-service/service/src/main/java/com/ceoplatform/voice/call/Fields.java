package com.ceoplatform.voice.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares fields by what they mean: lists of ids in any order, moments in any notation, absent as null. */
public final class Fields {

    private Fields() {}

    public static boolean same(JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other);
        }
        if (one.isArray() && other.isArray()) {
            return elements(one).equals(elements(other));
        }
        Optional<Instant> moment = moment(one);
        return moment.isPresent() ? moment.equals(moment(other)) : one.equals(other);
    }

    /** Whether a resource has all of these values. */
    public static boolean holds(JsonNode resource, Map<String, JsonNode> values) {
        return values.entrySet().stream().allMatch(entry -> same(resource.path(entry.getKey()), entry.getValue()));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static Set<JsonNode> elements(JsonNode array) {
        Set<JsonNode> elements = new HashSet<>();
        array.forEach(elements::add);
        return elements;
    }

    private static Optional<Instant> moment(JsonNode node) {
        String text = node.isString() ? node.stringValue() : "";
        if (text.length() < "2000-01-01T00:00Z".length() || text.charAt(10) != 'T') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
