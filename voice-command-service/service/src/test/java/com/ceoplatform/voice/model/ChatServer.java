package com.ceoplatform.voice.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server that speaks the protocol of chat completions with structured outputs, and answers what a test wants. */
final class ChatServer implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reaction reaction = exchange -> exchange.close();

    /** What it does with a request. */
    interface Reaction {

        void to(HttpExchange exchange) throws IOException;
    }

    ChatServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/v1/chat/completions", this::handle);
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far. */
    List<JsonNode> questions() {
        return questions;
    }

    List<String> tokens() {
        return tokens;
    }

    void answer(String content) {
        answer(content, "stop");
    }

    void answer(String content, String finishReason) {
        ObjectNode completion = MAPPER.createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1_800_000_000)
                .put("model", "test");
        ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .putNull("refusal");
        choice.put("finish_reason", finishReason);
        completion.putObject("usage").put("prompt_tokens", 700).put("completion_tokens", 80);
        raw(200, completion.toString());
    }

    void raw(int status, String body) {
        react(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    void react(Reaction wanted) {
        reaction = wanted;
    }

    /** Sends a byte at a time, for ever. */
    void trickle() {
        react(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!pause()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });
    }

    void hang() {
        react(exchange -> {
            while (!pause()) {
                // Nobody is answered before the test ends.
            }
        });
    }

    private boolean pause() {
        try {
            return closed.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        questions.add(MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        reaction.to(exchange);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
