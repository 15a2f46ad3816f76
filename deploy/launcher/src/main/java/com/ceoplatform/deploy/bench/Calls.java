package com.ceoplatform.deploy.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Requests of many people over one HTTP client with few threads; answers come to whoever waits for them. */
final class Calls implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int THREADS = 2;

    private final URI gateway;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("bench-", 0).factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .executor(threads)
            .build();

    Calls(URI gateway) {
        this.gateway = gateway;
    }

    HttpClient http() {
        return http;
    }

    URI gateway() {
        return gateway;
    }

    CompletableFuture<Integer> get(Person caller, String path) {
        return send(request(caller, path).GET().build());
    }

    CompletableFuture<Integer> send(Person caller, String method, String path, Map<String, ?> body) {
        return send(request(caller, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }

    private HttpRequest.Builder request(Person caller, String path) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + caller.accessToken());
    }

    /** The status, or {@link Answers#NO_ANSWER}. */
    private CompletableFuture<Integer> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null ? answer.statusCode() : Answers.NO_ANSWER);
    }
}
