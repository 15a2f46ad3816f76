package com.ceoplatform.voice.testing;

import com.ceoplatform.common.json.PlatformJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client meets it. */
public final class Api {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final IntSupplier port;

    Api(IntSupplier port) {
        this.port = port;
    }

    /** Status, headers and the body as JSON; a null node when there is none. */
    public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {

        public String state() {
            return body.path("status").asString("");
        }

        /** Status of each action of the plan. */
        public List<String> steps() {
            return body.path("plan")
                    .path("actions")
                    .valueStream()
                    .map(action -> action.path("status").asString())
                    .toList();
        }

        public String conversation() {
            return body.path("conversationId").asString();
        }

        public String code() {
            return body.path("code").asString("");
        }

        public UUID id() {
            return UUID.fromString(body.path("id").asString());
        }

        public String text(String field) {
            return body.path(field).asString();
        }

        public List<String> texts(String array, String field) {
            return body.path(array)
                    .valueStream()
                    .map(item ->
                            field.isEmpty() ? item.asString() : item.path(field).asString())
                    .toList();
        }

        /** The items of a list, by one of their fields. */
        public List<String> items(String field) {
            return texts("items", field);
        }
    }

    public Answer get(Someone caller, String path, String... headers) {
        return send("GET", caller.token(), path, null, headers);
    }

    public Answer post(Someone caller, String path, @Nullable Object body, String... headers) {
        return send("POST", caller.token(), path, json(body), headers);
    }

    public Answer patch(Someone caller, String path, Object body, String... headers) {
        return send("PATCH", caller.token(), path, json(body), headers);
    }

    public Answer delete(Someone caller, String path) {
        return send("DELETE", caller.token(), path, null);
    }

    private static String json(@Nullable Object body) {
        return body == null ? "" : MAPPER.writeValueAsString(body);
    }

    /** Sends anything, with any token or none. */
    public Answer send(String method, @Nullable String token, String path, @Nullable String body, String... headers) {
        return sendBytes(
                method, token, path, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer sendBytes(String method, @Nullable String token, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.getAsInt() + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        Map<String, String> all = new HashMap<>();
        all.put("Content-Type", "application/json");
        for (int index = 0; index < headers.length; index += 2) {
            all.put(headers[index], headers[index + 1]);
        }
        all.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            JsonNode tree = text.isEmpty() ? MAPPER.nullNode() : MAPPER.readTree(text);
            return new Answer(response.statusCode(), tree, response.headers());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Says something, in a new conversation. */
    public Answer say(Someone speaker, String transcript) {
        return post(speaker, "/voice/commands", Map.of("transcript", transcript));
    }

    /** Goes on with a conversation. */
    public Answer say(Someone speaker, String transcript, String conversationId) {
        return post(speaker, "/voice/commands", Map.of("transcript", transcript, "conversationId", conversationId));
    }
}
