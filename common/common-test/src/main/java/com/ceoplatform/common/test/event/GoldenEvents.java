package com.ceoplatform.common.test.event;

import com.ceoplatform.common.json.PlatformJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden files of {@code contracts}, one payload per event type. A producer's event must have the fields of its golden
 * file, with the same JSON types, and no others; a consumer's test reads the golden file itself.
 */
public final class GoldenEvents {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private GoldenEvents() {}

    /** The golden payload of an event type. */
    public static JsonNode read(String type) {
        try (InputStream file = GoldenEvents.class.getResourceAsStream("/golden/" + type + ".json")) {
            if (file == null) {
                throw new AssertionError("contracts has no golden file for " + type);
            }
            return MAPPER.readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails unless the payload has exactly the golden fields, each with the golden type; null fits every type. */
    public static void assertMatches(String type, JsonNode payload) {
        compare(type, read(type), payload);
    }

    private static void compare(String path, JsonNode golden, JsonNode actual) {
        if (golden.isNull() || actual.isNull()) {
            return;
        }
        if (golden.getNodeType() != actual.getNodeType()) {
            throw new AssertionError(path + " is a " + actual.getNodeType() + ", golden is a " + golden.getNodeType());
        }
        if (golden.isObject()) {
            compareFields(path, golden, actual);
        } else if (golden.isArray() && !golden.isEmpty()) {
            for (JsonNode element : actual) {
                compare(path + "[]", golden.get(0), element);
            }
        }
    }

    private static void compareFields(String path, JsonNode golden, JsonNode actual) {
        if (path.endsWith(".changed")) {
            return; // which fields a change names is up to the change
        }
        TreeSet<String> expected = new TreeSet<>(golden.propertyNames());
        TreeSet<String> found = new TreeSet<>(actual.propertyNames());
        if (!expected.equals(found)) {
            throw new AssertionError(path + " has the fields " + found + ", golden has " + expected);
        }
        expected.forEach(field -> compare(path + "." + field, golden.get(field), actual.get(field)));
    }
}
