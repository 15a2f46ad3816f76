package com.ceoplatform.gateway.support;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.ApiContract;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the gateway, as plain as clients are. What the gateway answers itself is held to its own OpenAPI document,
 * and every refusal to the one form that refusals have.
 */
public final class GatewayClient {

    public static final String CEO = "ceo@example.com";
    public static final String CEO_PASSWORD = "correct-horse-demo";
    public static final String PASSWORD = "a long enough secret";

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    /** What no service stands behind. */
    private static final Pattern OWN =
            Pattern.compile("/(api/v1/(auth|users|departments|audit|batch)|admin|\\.well-known)([/?].*)?");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SingletonSupplier<ApiContract> contract = SingletonSupplier.of(() -> ApiContract.of(
            exchange("GET", "/v3/api-docs", null, BodyPublishers.noBody()).body()));
    private String authority = "";

    void connectTo(String address) {
        authority = address;
    }

    public URI webSocket(String path) {
        return URI.create("ws://" + authority + path);
    }

    public URI uri(String path) {
        return URI.create("http://" + authority + path);
    }

    public String authority() {
        return authority;
    }

    public HttpClient http() {
        return http;
    }

    public Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, BodyPublishers.noBody(), headers);
    }

    public Answer delete(String path, @Nullable String token, String... headers) {
        return send("DELETE", path, token, BodyPublishers.noBody(), headers);
    }

    /** Sends a text as it is, or anything else as JSON. */
    public Answer post(String path, @Nullable String token, Object body, String... headers) {
        return send("POST", path, token, json(body), withJson(headers));
    }

    public Answer patch(String path, @Nullable String token, Object body, String... headers) {
        return send("PATCH", path, token, json(body), withJson(headers));
    }

    public Answer send(String method, String path, @Nullable String token, BodyPublisher body, String... headers) {
        Answer answer = exchange(method, path, token, body, headers);
        if (OWN.matcher(path).matches()) {
            contract.obtain().verify(method, path, answer);
        }
        contract.obtain().verifyRefusal(method, path, answer);
        return answer;
    }

    private Answer exchange(String method, String path, @Nullable String token, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Answer.from(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new AssertionError(method + " " + path + " was not answered", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public Answer login(String email, String password) {
        return post("/api/v1/auth/login", null, Map.of("email", email, "password", password));
    }

    /** The access token of a fresh login of the CEO. */
    public String ceo() {
        return token(login(CEO, CEO_PASSWORD));
    }

    public static String token(Answer login) {
        if (login.status() != 200) {
            throw new AssertionError("The login was refused: " + login);
        }
        return login.body().get("accessToken").asString();
    }

    /** Adds somebody and logs them in. */
    public Login loggedIn(String role, @Nullable String department) {
        return new Login(this, somebody(role, department));
    }

    /** Adds somebody nobody knows yet. */
    public JsonNode somebody(String role, @Nullable String department) {
        Map<String, Object> request = person(Map.of("role", role));
        request.put("department", department);
        Answer answer = post("/api/v1/users", ceo(), request);
        if (answer.status() != 201) {
            throw new AssertionError("Nobody was added: " + answer);
        }
        return answer.body();
    }

    /** What adds somebody to the organisation, with these fields in the place of the usual ones. */
    public static Map<String, Object> person(Map<String, ?> fields) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("email", UUID.randomUUID() + "@example.com");
        request.put("name", "Sam Body");
        request.put("password", PASSWORD);
        request.put("role", "staff");
        request.put("timezone", "Europe/Berlin");
        request.put("locale", "de-DE");
        request.putAll(fields);
        return request;
    }

    /** Sends these characters as they are, for requests that no client makes. */
    public String raw(String request) throws IOException {
        String[] address = authority.split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : MAPPER.writeValueAsString(body));
    }

    private static String[] withJson(String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return all;
    }
}
