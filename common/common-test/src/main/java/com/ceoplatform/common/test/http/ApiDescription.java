package com.ceoplatform.common.test.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What an OpenAPI document leaves its readers to guess. */
public final class ApiDescription {

    /** How a description names a refusal: its status and the stable codes that may come with it. */
    private static final Pattern REFUSAL = Pattern.compile("\\b4\\d\\d: [a-z_]+");

    private static final Pattern NOT_FOUND = Pattern.compile("\\b404: [a-z_]+_not_found\\b");

    private ApiDescription() {}

    /**
     * The operations below {@code /api} without a summary, without the codes of what they refuse where they take a body,
     * or without what is not found where they have an id in their path; and query parameters that are only named.
     */
    public static List<String> gaps(JsonNode document) {
        List<String> gaps = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path ->
                        path.getValue().properties().forEach(operation -> describe(path.getKey(), operation, gaps)));
        return gaps;
    }

    private static void describe(String path, Map.Entry<String, JsonNode> operation, List<String> gaps) {
        String name = operation.getKey() + " " + path;
        JsonNode described = operation.getValue();
        String description = described.path("description").asString("");
        if (described.path("summary").asString("").isBlank()) {
            gaps.add(name + ": no summary");
        }
        if (described.has("requestBody") && !REFUSAL.matcher(description).find()) {
            gaps.add(name + ": no refusals");
        }
        if (path.contains("{") && !NOT_FOUND.matcher(description).find()) {
            gaps.add(name + ": no 404");
        }
        described
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(parameter -> parameter.path("description").asString("").isBlank())
                .forEach(parameter ->
                        gaps.add(name + ": " + parameter.path("name").asString()));
    }
}
