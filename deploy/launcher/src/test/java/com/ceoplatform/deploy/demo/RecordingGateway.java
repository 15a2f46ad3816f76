package com.ceoplatform.deploy.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what is posted and lists it again, over real HTTP; refuses chosen things as often as told. */
final class RecordingGateway implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, List<JsonNode>> stored = new ConcurrentHashMap<>();
    private volatile String refused = "";
    private final AtomicInteger refusals = new AtomicInteger();

    RecordingGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What was posted to that path, {@code /users} for example. */
    List<JsonNode> stored(String path) {
        return stored.getOrDefault(path, List.of());
    }

    /** Answers 422 to the next posts to that path. */
    void refuse(String path, int times) {
        refusals.set(times);
        refused = path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        if (path.equals("/auth/login")) {
            send(exchange, 200, "{\"accessToken\":\"token\",\"user\":{\"id\":\"ceo-id\"}}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, JSON.writeValueAsString(Map.of("items", stored(path))));
        } else if (path.equals(refused) && refusals.getAndDecrement() > 0) {
            send(exchange, 422, "{\"code\":\"validation_failed\",\"detail\":\"unknown assignee\"}");
        } else {
            send(exchange, 201, JSON.writeValueAsString(store(path, (ObjectNode) body)));
        }
    }

    private JsonNode store(String path, ObjectNode body) {
        List<JsonNode> list = stored.computeIfAbsent(path, key -> new CopyOnWriteArrayList<>(new ArrayList<>()));
        body.put("id", path + list.size());
        list.add(body);
        return body;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
