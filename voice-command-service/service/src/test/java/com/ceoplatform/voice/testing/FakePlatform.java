package com.ceoplatform.voice.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other services over real HTTP: channels, tasks and messages with versions, If-Match and idempotency keys, and failures
 * wherever a test wants one.
 */
public final class FakePlatform implements AutoCloseable {

    private static final JsonMapper MAPPER = PlatformJson.mapper();
    private static final long HANG_MILLIS = 1_500;

    private final HttpServer server;
    private final Map<String, ObjectNode> things = new HashMap<>();
    private final Map<String, Answer> answersByKey = new HashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

    /** How a call goes wrong. */
    public enum Fault {
        /** 403. */
        REFUSED,
        /** 401. */
        UNAUTHENTICATED,
        /** 500, nothing happens. */
        INTERNAL_ERROR,
        /** 503, nothing happens. */
        UNAVAILABLE,
        /** The connection breaks before anything happens. */
        RESET_BEFORE,
        /** It happens, then the connection breaks. */
        RESET_AFTER,
        /** It happens, but the answer comes too late. */
        SLOW
    }

    /** One call as it came in. */
    public record Call(
            String method,
            String path,
            @Nullable String key,
            @Nullable String commandId,
            String token) {

        public boolean changes() {
            return !method.equals("GET");
        }
    }

    private record Answer(int status, @Nullable JsonNode body) {}

    private static final class Trouble {

        private final Pattern where;
        private final Fault fault;
        private int times;

        Trouble(Pattern where, Fault fault, int times) {
            this.where = where;
            this.fault = fault;
            this.times = times;
        }

        synchronized boolean strikes(String call) {
            return where.matcher(call).matches() && times-- > 0;
        }
    }

    public FakePlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets calls fail, given as a pattern of {@code METHOD /path}. */
    public void trouble(String where, Fault fault, int times) {
        troubles.add(new Trouble(Pattern.compile(where), fault, times));
    }

    public void reset() {
        troubles.clear();
        calls.clear();
        synchronized (things) {
            things.clear();
            answersByKey.clear();
        }
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> changes() {
        return calls.stream().filter(Call::changes).toList();
    }

    /** Everything of a kind: channel, task, message. */
    public List<ObjectNode> all(String kind) {
        synchronized (things) {
            return things.values().stream()
                    .filter(thing -> thing.path("kind").asString().equals(kind))
                    .map(ObjectNode::deepCopy)
                    .toList();
        }
    }

    public ObjectNode find(String id) {
        synchronized (things) {
            return things.get(id).deepCopy();
        }
    }

    /** Puts a task there. */
    public String task(String title, String priority) {
        ObjectNode body = MAPPER.createObjectNode().put("title", title).put("priority", priority);
        synchronized (things) {
            return create("task", body).path("id").asString();
        }
    }

    public String channel(String name) {
        synchronized (things) {
            return create("channel", MAPPER.createObjectNode().put("name", name))
                    .path("id")
                    .asString();
        }
    }

    /** Somebody else changes a thing. */
    public void change(String id, String field, String value) {
        synchronized (things) {
            things.get(id).put(field, value);
            bump(things.get(id));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        calls.add(new Call(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Command-Id"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault = troubles.stream()
                .filter(trouble -> trouble.strikes(call))
                .map(trouble -> trouble.fault)
                .findFirst()
                .orElse(null);
        if (fault == null) {
            send(exchange, once(exchange, path, body));
            return;
        }
        switch (fault) {
            case REFUSED -> send(exchange, problem(403, "forbidden"));
            case UNAUTHENTICATED -> send(exchange, problem(401, "unauthenticated"));
            case INTERNAL_ERROR -> send(exchange, problem(500, "internal_error"));
            case UNAVAILABLE -> send(exchange, problem(503, "temporarily_unavailable"));
            case RESET_BEFORE -> exchange.close();
            case RESET_AFTER -> {
                once(exchange, path, body);
                exchange.close();
            }
            case SLOW -> {
                once(exchange, path, body);
                hang();
                exchange.close();
            }
        }
    }

    private static void hang() {
        try {
            Thread.sleep(HANG_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer once(HttpExchange exchange, String path, byte[] body) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        synchronized (things) {
            if (key != null && answersByKey.containsKey(key + path)) {
                return answersByKey.get(key + path);
            }
            Answer answer = answer(exchange, path.substring("/api/v1/".length()).split("/"), body);
            if (key != null && answer.status() < 300) {
                answersByKey.put(key + path, answer);
            }
            return answer;
        }
    }

    private Answer answer(HttpExchange exchange, String[] path, byte[] bytes) {
        ObjectNode body = bytes.length == 0 ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(bytes);
        String method = exchange.getRequestMethod();
        String kind = path[0].substring(0, path[0].length() - 1);
        if (path.length == 1) {
            return method.equals("POST") ? new Answer(201, create(kind, body).deepCopy()) : page(kind);
        }
        if (path[1].equals("reports")) {
            return new Answer(200, MAPPER.readTree("{\"figures\":{\"open\":3,\"overdue\":1},\"people\":[]}"));
        }
        if (path[1].equals("direct")) {
            return new Answer(201, create("message", body).deepCopy());
        }
        ObjectNode thing = things.get(path[1]);
        if (thing == null) {
            return problem(404, kind + "_not_found");
        }
        return path.length == 2 ? one(exchange, method, thing, body) : part(method, thing, path, body);
    }

    private Answer page(String kind) {
        ArrayNode items = MAPPER.createArrayNode();
        things.values().stream()
                .filter(thing -> thing.path("kind").asString().equals(kind))
                .forEach(items::add);
        ObjectNode page = MAPPER.createObjectNode().putNull("nextCursor");
        page.set("items", items);
        return new Answer(200, page);
    }

    private Answer one(HttpExchange exchange, String method, ObjectNode thing, ObjectNode body) {
        return switch (method) {
            case "GET" -> new Answer(200, thing.deepCopy());
            case "DELETE" -> {
                things.remove(thing.path("id").asString());
                yield new Answer(204, null);
            }
            default -> {
                String expected = exchange.getRequestHeaders().getFirst("If-Match");
                if (expected != null
                        && !expected.equals("\"" + thing.path("version").asLong() + "\"")) {
                    yield problem(412, "stale_version");
                }
                thing.setAll(body);
                bump(thing);
                yield new Answer(200, thing.deepCopy());
            }
        };
    }

    private Answer part(String method, ObjectNode thing, String[] path, ObjectNode body) {
        return switch (path[2]) {
            case "archive", "unarchive" -> {
                thing.put("status", path[2].equals("archive") ? "archived" : "active");
                bump(thing);
                yield new Answer(200, thing.deepCopy());
            }
            case "messages" -> new Answer(201, create("message", body).deepCopy());
            case "comments" ->
                switch (method) {
                    case "GET" ->
                        path.length == 4
                                ? new Answer(200, things.get(path[3]).deepCopy())
                                : new Answer(200, MAPPER.createObjectNode().set("items", MAPPER.createArrayNode()));
                    case "DELETE" -> {
                        things.remove(path[3]);
                        yield new Answer(204, null);
                    }
                    default -> new Answer(201, create("comment", body).deepCopy());
                };
            case "members" -> members(method, thing, path, body);
            default -> problem(404, "not_found");
        };
    }

    private Answer members(String method, ObjectNode thing, String[] path, ObjectNode body) {
        ArrayNode members = (ArrayNode) thing.path("memberIds");
        switch (method) {
            case "POST" -> body.path("userIds").forEach(members::add);
            case "DELETE" -> {
                List<JsonNode> left = new ArrayList<>();
                members.forEach(member -> {
                    if (!member.asString().equals(path[3])) {
                        left.add(member);
                    }
                });
                members.removeAll();
                members.addAll(left);
            }
            default -> {
                ArrayNode items = MAPPER.createArrayNode();
                members.forEach(member ->
                        items.addObject().put("userId", member.asString()).put("role", "member"));
                return new Answer(200, MAPPER.createObjectNode().set("items", items));
            }
        }
        return new Answer(200, MAPPER.createObjectNode());
    }

    private ObjectNode create(String kind, ObjectNode fields) {
        String id = Ids.next().toString();
        ObjectNode thing =
                MAPPER.createObjectNode().put("id", id).put("kind", kind).put("version", 0);
        thing.put("createdAt", Clock.systemUTC().instant().toString());
        if (kind.equals("channel")) {
            thing.put("type", "project").put("privacy", "public").put("status", "active");
            thing.putArray("memberIds");
        }
        if (kind.equals("task")) {
            thing.put("status", "pending").put("priority", "medium");
            thing.putArray("assigneeIds");
            thing.putArray("blockedBy");
            thing.putNull("dueAt");
            thing.putNull("channelId");
        }
        thing.setAll(fields);
        things.put(id, thing);
        return thing;
    }

    private static void bump(ObjectNode thing) {
        thing.put("version", thing.path("version").asLong() + 1);
    }

    private static Answer problem(int status, String code) {
        return new Answer(
                status,
                MAPPER.createObjectNode()
                        .put("status", status)
                        .put("code", code)
                        .put("detail", "The test wants " + code + "."));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body() == null ? new byte[0] : MAPPER.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
