package com.ceoplatform.voice.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The request that asks for the plan of a sentence. The sentence stands alone in a message of its own: it is data. */
final class Question {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_TOKENS = 2_000;

    private final String model;
    private final String instructions = new String(resource("instructions.txt"), StandardCharsets.UTF_8);
    private final JsonNode schema = MAPPER.readTree(resource("plan-schema.json"));

    Question(String model) {
        this.model = model;
    }

    byte[] about(String sentence) {
        ObjectNode request = MAPPER.createObjectNode()
                .put("model", model)
                .put("temperature", 0)
                .put("max_completion_tokens", MOST_TOKENS)
                .put("stream", false);
        var messages = request.putArray("messages");
        messages.addObject().put("role", "system").put("content", instructions);
        messages.addObject().put("role", "user").put("content", sentence);
        ObjectNode format = request.putObject("response_format").put("type", "json_schema");
        format.putObject("json_schema").put("name", "plan").put("strict", true).set("schema", schema);
        return MAPPER.writeValueAsBytes(request);
    }

    private static byte[] resource(String name) {
        try (InputStream file = Question.class.getResourceAsStream("/model/" + name)) {
            if (file == null) {
                throw new IllegalStateException("/model/" + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
