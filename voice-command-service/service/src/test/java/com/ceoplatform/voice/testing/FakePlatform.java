package com.ceoplatform.voice.testing;

import com.ceoplatform.voice.testing.FakeThings.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other services over real HTTP: channels, tasks and messages with versions, If-Match and idempotency keys, and failures
 * wherever a test wants one.
 */
public final class FakePlatform implements AutoCloseable {

    private static final long HANG_MILLIS = 1_500;

    private final HttpServer server;
    private final FakeThings things = new FakeThings();
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
            return things.all(kind);
        }
    }

    public ObjectNode find(String id) {
        synchronized (things) {
            return things.find(id);
        }
    }

    /** Puts a task there. */
    public String task(String title, String priority) {
        ObjectNode body =
                FakeThings.MAPPER.createObjectNode().put("title", title).put("priority", priority);
        synchronized (things) {
            return things.create("task", body).path("id").asString();
        }
    }

    public String channel(String name) {
        synchronized (things) {
            return things.create("channel", FakeThings.MAPPER.createObjectNode().put("name", name))
                    .path("id")
                    .asString();
        }
    }

    /** Somebody else changes a thing. */
    public void change(String id, String field, String value) {
        synchronized (things) {
            things.change(id, field, value);
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
            case REFUSED -> send(exchange, FakeThings.problem(403, "forbidden"));
            case UNAUTHENTICATED -> send(exchange, FakeThings.problem(401, "unauthenticated"));
            case INTERNAL_ERROR -> send(exchange, FakeThings.problem(500, "internal_error"));
            case UNAVAILABLE -> send(exchange, FakeThings.problem(503, "temporarily_unavailable"));
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
            Answer answer = things.answer(new FakeThings.Request(
                    exchange.getRequestMethod(),
                    List.of(path.substring("/api/v1/".length()).split("/")),
                    exchange.getRequestHeaders().getFirst("If-Match"),
                    FakeThings.read(body)));
            if (key != null && answer.status() < 300) {
                answersByKey.put(key + path, answer);
            }
            return answer;
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body() == null ? new byte[0] : FakeThings.MAPPER.writeValueAsBytes(answer.body());
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
