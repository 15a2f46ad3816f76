package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody who is logged in and uses the platform over HTTP. */
record Person(URI gateway, String id, String name, String email, String token, String refreshToken) {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String PASSWORD = "long-enough-password-1";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Person login(URI gateway, String email, String password) {
        Person nobody = new Person(gateway, "", "", "", "", "");
        JsonNode session = nobody.post("/auth/login", Map.of("email", email, "password", password))
                .expect(200)
                .body();
        JsonNode user = session.path("user");
        return new Person(
                gateway,
                user.path("id").asString(),
                user.path("name").asString(),
                email,
                session.path("accessToken").asString(),
                session.path("refreshToken").asString());
    }

    /** Creates an account, as the CEO, and logs in with it. */
    Person hire(String name, String role, String department) {
        String email =
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "." + UUID.randomUUID() + "@example.com";
        post(
                        "/users",
                        Map.of(
                                "email",
                                email,
                                "name",
                                name,
                                "password",
                                PASSWORD,
                                "role",
                                role,
                                "department",
                                department,
                                "timezone",
                                "America/New_York",
                                "locale",
                                "en-US"))
                .expect(201);
        return login(gateway, email, PASSWORD);
    }

    Person with(URI otherAddress) {
        return new Person(otherAddress, id, name, email, token, refreshToken);
    }

    Person withToken(String otherToken) {
        return new Person(gateway, id, name, email, otherToken, refreshToken);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        return json("POST", path, body, headers);
    }

    Answer patch(String path, Object body) {
        return json("PATCH", path, body, Map.of());
    }

    /** Speaks a sentence and waits for up to ten seconds. */
    Answer say(String transcript) {
        return post("/voice/commands", Map.of("transcript", transcript), Map.of("Prefer", "wait=10"));
    }

    /** Plays a recording. */
    Answer say(byte[] audio, String fileName) {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"request\"\r\n"
                + "Content-Type: application/json\r\n\r\n{}\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"" + fileName
                + "\"\r\nContent-Type: audio/wav\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(audio),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send(
                "POST",
                "/voice/commands",
                body,
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Prefer", "wait=10"));
    }

    static byte[] recording(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Answer json(String method, String path, Object body, Map<String, String> headers) {
        String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return send(method, path, BodyPublishers.ofString(text, StandardCharsets.UTF_8), all);
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        try {
            return trySend(method, path, body, headers);
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        }
    }

    /** The same, for tests that kill what they talk to. */
    Answer trySend(String method, String path, BodyPublisher body, Map<String, String> headers) throws IOException {
        String base = path.startsWith("/.")
                        || path.startsWith("/docs")
                        || path.startsWith("/v3")
                        || path.startsWith("/actuator")
                        || path.startsWith("/admin")
                ? ""
                : "/api/v1";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(base + path)).timeout(Duration.ofSeconds(30));
        request.method(method, body);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), parse(response.body()), response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    void isGone() {
        assertThat(get("/users/me").status()).isEqualTo(401);
    }
}
