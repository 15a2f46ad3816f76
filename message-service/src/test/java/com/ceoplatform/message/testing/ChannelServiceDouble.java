package com.ceoplatform.message.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.http.Someone;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers like channel-service for the channels that a test gives it, with the token's owner as the reader. */
public final class ChannelServiceDouble implements AutoCloseable {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<UUID, Known> channels = new ConcurrentHashMap<>();
    private final Map<Set<UUID>, UUID> directs = new ConcurrentHashMap<>();
    private final Set<UUID> strangers = ConcurrentHashMap.newKeySet();

    private record Known(String type, String privacy, List<UUID> memberIds) {}

    ChannelServiceDouble() throws IOException {
        server.createContext("/api/v1/channels", this::answer);
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A channel that no event has told of yet. */
    public UUID newChannel(String privacy, Someone... members) {
        return newChannel("project", privacy, members);
    }

    /** A channel of a type that no event has told of yet. */
    public UUID newChannel(String type, String privacy, Someone... members) {
        UUID id = Ids.next();
        channels.put(
                id,
                new Known(type, privacy, Arrays.stream(members).map(Someone::id).toList()));
        return id;
    }

    /** Somebody who cannot be written to. */
    public UUID stranger() {
        UUID id = Ids.next();
        strangers.add(id);
        return id;
    }

    private void answer(HttpExchange exchange) throws IOException {
        UUID caller = caller(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            openDirect(exchange, caller);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Known known = channels.get(id);
        if (known == null || (known.privacy.equals("private") && !known.memberIds.contains(caller))) {
            send(exchange, 404, Map.of("code", "channel_not_found"));
        } else {
            send(exchange, 200, channel(id, known, caller));
        }
    }

    private void openDirect(HttpExchange exchange, UUID caller) throws IOException {
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        Set<UUID> people = new TreeSet<>(body.path("memberIds")
                .valueStream()
                .map(id -> UUID.fromString(id.asString()))
                .toList());
        if (people.stream().anyMatch(strangers::contains)) {
            Map<String, String> error = Map.of("field", "memberIds[0]", "message", "there is no such user");
            send(exchange, 422, Map.of("code", "validation_failed", "errors", List.of(error)));
            return;
        }
        people.add(caller);
        UUID id = directs.computeIfAbsent(people, _ -> Ids.next());
        Known known = new Known("direct", "private", List.copyOf(people));
        channels.put(id, known);
        send(exchange, 201, channel(id, known, caller));
    }

    private static Map<String, Object> channel(UUID id, Known known, UUID caller) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("id", id);
        channel.put("name", null);
        channel.put("type", known.type);
        channel.put("privacy", known.privacy);
        channel.put("status", "active");
        channel.put("memberIds", known.memberIds);
        channel.put("version", 0);
        if (known.memberIds.contains(caller)) {
            channel.put("myRole", "member");
        }
        return channel;
    }

    private static UUID caller(HttpExchange exchange) throws IOException {
        try {
            String token =
                    exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            return UUID.fromString(SignedJWT.parse(token).getJWTClaimsSet().getSubject());
        } catch (ParseException forged) {
            throw new IOException(forged);
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = MAPPER.writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        try (var out = exchange.getResponseBody()) {
            out.write(json);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
