package com.ceoplatform.gateway.support;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tiny real service behind the gateway. It tells what it was asked, and misbehaves on demand, by the last part of the
 * path.
 */
public final class Upstream {

    private static final String PROBLEM = """
            {"type":"urn:ceo-platform:problem:own_problem","title":"Own","status":503,"code":"own_problem"}""";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Integer> closes = new CopyOnWriteArrayList<>();
    private final AtomicInteger flaky = new AtomicInteger();
    private final DisposableServer server;

    private Upstream(int port) {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .route(routes -> routes.ws("/ws", this::converse, speaking("ceo.realtime.v1"))
                        .ws(request -> request.uri().equals("/ws/voice"), this::converse, speaking("ceo.voice.v1"))
                        .route(request -> true, this::answer))
                .bindNow();
    }

    private static WebsocketServerSpec speaking(String protocol) {
        return WebsocketServerSpec.builder().protocols(protocol).build();
    }

    private Mono<Void> converse(WebsocketInbound in, WebsocketOutbound out) {
        in.receiveCloseStatus().subscribe(status -> closes.add(status.code()));
        return out.sendString(Flux.concat(
                        Mono.just("token " + in.headers().get("Authorization")),
                        in.receive().asString().concatMap(text -> answer(text, out))))
                .then();
    }

    private static Mono<String> answer(String text, WebsocketOutbound out) {
        return text.equals("bye") ? out.sendClose(4409, "too slow").then(Mono.empty()) : Mono.just("echo " + text);
    }

    /** Starts on a free port. */
    public static Upstream start() {
        return new Upstream(0);
    }

    /** Starts on a port that is known. */
    public static Upstream startOn(int port) {
        return new Upstream(port);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    /** Method and path of every request that arrived. */
    public List<String> seen() {
        return seen;
    }

    /** The close code of every WebSocket that a client ended. */
    public List<Integer> closes() {
        return closes;
    }

    public void stop() {
        server.disposeNow(Duration.ofSeconds(2));
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        seen.add(request.method() + " " + request.uri());
        String path = request.uri().split("\\?")[0];
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "slow" -> Mono.delay(Duration.ofSeconds(30)).then();
            case "broken" ->
                response.status(500)
                        .header("Content-Type", "text/html")
                        .sendString(Mono.just("<h1>java.lang.NullPointerException at secret.Place</h1>"))
                        .then();
            case "problem" ->
                response.status(503)
                        .header("Content-Type", "application/problem+json")
                        .sendString(Mono.just(PROBLEM))
                        .then();
            case "flaky" -> flaky.incrementAndGet() % 2 == 1 ? drop(request) : echo(request, response);
            case "large" ->
                response.header("Content-Type", "application/json")
                        .sendString(Mono.just("\"" + "x".repeat(9000) + "\""))
                        .then();
            case "huge" ->
                response.header("Content-Type", "application/json")
                        .sendString(Mono.just("\"" + "x".repeat(1_100_000) + "\""))
                        .then();
            case "text" ->
                response.header("Content-Type", "text/plain")
                        .header("ETag", "\"7\"")
                        .sendString(Mono.just("x".repeat(9000)))
                        .then();
            case "unchanged" ->
                response.status(request.requestHeaders().contains("If-None-Match", "\"7\"", false) ? 304 : 200)
                        .header("ETag", "\"7\"")
                        .send()
                        .then();
            default -> echo(request, response);
        };
    }

    private static Mono<Void> drop(HttpServerRequest request) {
        request.withConnection(connection -> connection.dispose());
        return Mono.never();
    }

    private static Mono<Void> echo(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    Map<String, String> headers = new LinkedHashMap<>();
                    request.requestHeaders()
                            .forEach(header ->
                                    headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
                    byte[] told = MAPPER.writeValueAsBytes(Map.of(
                            "method",
                            request.method().name(),
                            "uri",
                            request.uri(),
                            "headers",
                            headers,
                            "length",
                            body.length,
                            "body",
                            body.length > 10_000 ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8)));
                    return response.header("Content-Type", "application/json")
                            .header("X-Request-Id", "of-the-service")
                            .sendByteArray(Mono.just(told))
                            .then();
                });
    }
}
