package com.ceoplatform.notification.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A push service or webhook that keeps what it is sent, and answers as a test wants. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public Receiver() throws IOException {
        server.createContext("/", this::take);
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
    }

    /**
     * What was sent.
     *
     * @param nanos when it arrived, by the clock of {@link System#nanoTime}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Call(Headers headers, byte[] body, long nanos) {

        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /**
     * An answer; status 0 is none at all: the connection hangs.
     *
     * @param header a name and a value, or nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(int status, String... header) {}

    /** The address of a place that nobody else uses. */
    public String address(String place) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + place;
    }

    /** How the place answers, one reply for each call; 201 afterwards. */
    public void answers(String place, Reply... inTurn) {
        replies.put("/" + place, new ArrayDeque<>(Arrays.asList(inTurn)));
    }

    public List<Call> callsOf(String place) {
        return calls.getOrDefault("/" + place, List.of());
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.computeIfAbsent(path, place -> new CopyOnWriteArrayList<>())
                .add(new Call(exchange.getRequestHeaders(), body, System.nanoTime()));
        Reply reply = next(path);
        if (reply.status() == 0) {
            hang();
            return;
        }
        if (reply.header().length > 0) {
            exchange.getResponseHeaders().set(reply.header()[0], reply.header()[1]);
        }
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    private synchronized Reply next(String path) {
        Queue<Reply> scripted = replies.get(path);
        Reply reply = scripted == null ? null : scripted.poll();
        return reply == null ? new Reply(201) : reply;
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
