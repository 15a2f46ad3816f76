package com.ceoplatform.realtime.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.json.PlatformJson;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that answers what realtime-service asks of channel-service. */
public final class ChannelServiceStandIn implements AutoCloseable {

    private final HttpServer server;
    private final Map<UUID, Set<UUID>> memberships = new ConcurrentHashMap<>();
    private final Map<UUID, Map<String, Object>> channels = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean broken;
    private volatile Runnable beforeMemberships = () -> {};

    public ChannelServiceStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/api/v1/channels/", this::answer);
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void member(UUID user, UUID channel) {
        memberships.computeIfAbsent(user, id -> ConcurrentHashMap.newKeySet()).add(channel);
    }

    /** A channel as REST shows it to those who may see it. */
    public void channel(UUID id, String privacy, String type) {
        channels.put(id, Map.of("id", id, "privacy", privacy, "type", type, "version", 0, "name", "Any"));
    }

    public void setBroken(boolean value) {
        broken = value;
    }

    /** Runs between the question for memberships and its answer. */
    public void beforeMemberships(Runnable action) {
        beforeMemberships = action;
    }

    public int questions() {
        return questions.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        if (broken) {
            respond(exchange, 503, Map.of());
        } else if (path.endsWith("/memberships")) {
            Set<UUID> mine = Set.copyOf(memberships.getOrDefault(user(token), Set.of()));
            beforeMemberships.run();
            respond(exchange, 200, Map.of("channelIds", mine));
        } else {
            channel(exchange, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), token);
        }
    }

    private void channel(HttpExchange exchange, UUID id, String token) throws IOException {
        Map<String, Object> channel = channels.get(id);
        boolean ceo = claim(token, "role").equals("ceo");
        boolean visible = channel != null
                && (channel.get("privacy").equals("public")
                        || (ceo && !channel.get("type").equals("direct"))
                        || memberships.getOrDefault(user(token), Set.of()).contains(id));
        respond(exchange, visible ? 200 : 404, visible ? channel : Map.of("code", "channel_not_found"));
    }

    private static UUID user(String token) {
        return UUID.fromString(claim(token, "sub"));
    }

    private static String claim(String token, String name) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaim(name).toString();
        } catch (ParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static void respond(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = PlatformJson.mapper().writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
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
