package com.ceoplatform.common.test.http;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a document strict: whoever reads only the document must not meet fields that it does not mention. */
final class ClosedSchemas {

    private static final String REFERENCE = "#/components/schemas/";

    private ClosedSchemas() {}

    /** A copy of the document whose objects take no further fields, but for those that others are composed of. */
    static JsonNode of(JsonNode document) {
        JsonNode copy = document.deepCopy();
        Set<String> parts = new HashSet<>();
        document.findValues("allOf").forEach(composed -> parts.addAll(composed.findValuesAsString("$ref")));
        copy.path("components").path("schemas").properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !object.has("allOf")
                    && !parts.contains(REFERENCE + schema.getKey())) {
                object.put("additionalProperties", false);
            }
        });
        return copy;
    }
}
