package com.ceoplatform.channel.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Someone;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows of tasks who may see them, and answers 200 or 404. */
public final class TaskService implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Set<String> visible = ConcurrentHashMap.newKeySet();
    private final Set<UUID> troubled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();

    TaskService() throws IOException {
        server.createContext("/api/v1/tasks/", this::answer);
        server.start();
    }

    /** A new task that these people may see. */
    public UUID task(Someone... people) {
        UUID id = Ids.next();
        for (Someone person : people) {
            visible.add(id + " Bearer " + person.token());
        }
        return id;
    }

    /** From now on a question for this task is answered 503. */
    public void trouble(UUID taskId) {
        troubled.add(taskId);
    }

    /** How often it was asked so far. */
    public int questions() {
        return questions.get();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        int status = troubled.contains(id) ? 503 : visible.contains(id + " " + token) ? 200 : 404;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
