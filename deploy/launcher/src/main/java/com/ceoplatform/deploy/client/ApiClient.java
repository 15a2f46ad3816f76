package com.ceoplatform.deploy.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One user's REST calls through the gateway. Paths start behind {@code /api/v1}. */
public final class ApiClient {

    private static final String BASE = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI gateway;
    private final JsonNode session;

    private ApiClient(HttpClient http, URI gateway, JsonNode session) {
        this.http = http;
        this.gateway = gateway;
        this.session = session;
    }

    /** Throws {@link ApiException} when the gateway refuses. */
    public static ApiClient login(URI gateway, String email, String password) throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        JsonNode none = JsonNodeFactory.instance.objectNode();
        JsonNode session = new ApiClient(http, gateway, none)
                .post("/auth/login", Map.of("email", email, "password", password), Map.of());
        return new ApiClient(http, gateway, session);
    }

    public URI gateway() {
        return gateway;
    }

    public String accessToken() {
        return session.path("accessToken").asString("");
    }

    public String userId() {
        return session.path("user").path("id").asString("");
    }

    public String userName() {
        return session.path("user").path("name").asString("");
    }

    public JsonNode get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    public JsonNode post(String path, Object body, Map<String, String> headers) throws InterruptedException {
        return send(withBody("POST", path, body, headers));
    }

    public JsonNode patch(String path, Object body) throws InterruptedException {
        return send(withBody("PATCH", path, body, Map.of()));
    }

    public JsonNode delete(String path) throws InterruptedException {
        return send(request(path).DELETE().build());
    }

    /** Posts a body that is not JSON. */
    public JsonNode post(String path, BodyPublisher body, String contentType, Map<String, String> headers)
            throws InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(body);
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Makes text fit to stand in a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest withBody(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return request.build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(BASE + path)).timeout(TIMEOUT);
        if (!accessToken().isEmpty()) {
            request.header("Authorization", "Bearer " + accessToken());
        }
        return request;
    }

    private JsonNode send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode body = parse(response.body());
            if (response.statusCode() >= 400) {
                throw problem(request, response.statusCode(), body);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
        }
    }

    private static ApiException problem(HttpRequest request, int status, JsonNode body) {
        String code = body.path("code").asString("");
        String message = "%s %s was answered with %d %s: %s%s"
                .formatted(
                        request.method(),
                        request.uri().getPath(),
                        status,
                        code,
                        body.path("detail").asString(body.path("title").asString("")),
                        body.path("errors").isEmpty() ? "" : " " + body.path("errors"));
        return new ApiException(status, code, message);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
