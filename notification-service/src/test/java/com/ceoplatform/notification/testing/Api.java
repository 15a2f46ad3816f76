package com.ceoplatform.notification.testing;

import com.ceoplatform.common.json.PlatformJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

        public String code() {
            return body.path("code").asString("");
        }

        public UUID id() {
            return UUID.fromString(body.path("id").asString());
        }

        public long version() {
            return body.path("version").asLong();
        }

        /** The paths of the fields that are wrong. */
        public List<String> wrongFields() {
            return texts("errors", "field");
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

    public Answer delete(Someone caller, String path, String... headers) {
        return send("DELETE", caller.token(), path, null, headers);
    }

    private static String json(@Nullable Object body) {
        return body == null ? "" : MAPPER.writeValueAsString(body);
    }

    /** Sends anything, with any token or none. */
    public Answer send(String method, @Nullable String token, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port.getAsInt() + (path.startsWith("/v3/") ? "" : "/api/v1") + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
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

    public Answer put(Someone caller, String path, Object body, String... headers) {
        return send("PUT", caller.token(), path, json(body), headers);
    }

    /** What the person is told at the moment, the newest first. */
    public List<JsonNode> notifications(Someone person) {
        Answer answer = get(person, "/notifications?limit=200");
        if (answer.status() != 200) {
            throw new AssertionError("Not listed: " + answer);
        }
        return answer.body().path("items").valueStream().toList();
    }

    /** The kinds of what the person is told at the moment, the newest first. */
    public List<String> kinds(Someone person) {
        return notifications(person).stream()
                .map(notification -> notification.path("kind").asString())
                .toList();
    }
}
