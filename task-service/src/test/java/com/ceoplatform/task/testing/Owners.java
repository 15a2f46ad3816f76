package com.ceoplatform.task.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.test.http.Someone;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The gateway and channel-service in one: they know what a test tells them, and answer 404 to all else. */
public final class Owners implements AutoCloseable {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    Owners() throws IOException {
        server.createContext("/", exchange -> {
            byte[] answer =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
    }

    /** Somebody whose event has not arrived here yet. */
    public void knowPerson(UUID id) {
        answers.put("/api/v1/users/" + id, """
                {"id":"%s","email":"new@example.com","name":"New Person","role":"staff","department":"Sales",
                 "active":true,"version":0}""".formatted(id));
    }

    /** A private channel whose events have not arrived here yet, as its members get it. */
    public void knowPrivateChannel(UUID id, Someone caller, Someone other) {
        answers.put("/api/v1/channels/" + id, """
                {"id":"%s","name":"Brand new","type":"project","privacy":"private","status":"active","version":0,
                 "myRole":"owner","memberIds":["%s","%s"]}""".formatted(id, caller.id(), other.id()));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
