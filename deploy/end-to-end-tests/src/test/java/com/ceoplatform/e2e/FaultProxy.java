package com.ceoplatform.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands between the voice service and another one: passes everything on, unless a test wants a call to go wrong. */
final class FaultProxy implements AutoCloseable {

    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI target;
    private final int port;
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    /** One call of the voice service, on behalf of a speaker. */
    record Call(String speaker, String method, String path, String key) {

        private static Call of(HttpExchange exchange) {
            return new Call(
                    subject(header(exchange, "Authorization")),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    header(exchange, "Idempotency-Key"));
        }

        private static String header(HttpExchange exchange, String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .orElse("");
        }

        /** The user id in an access token. */
        private static String subject(String authorization) {
            String[] parts = authorization.split("\\.");
            return parts.length < 3
                    ? ""
                    : Person.JSON
                            .readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                            .path("sub")
                            .asString("");
        }
    }

    /** What is to happen instead of passing a call on. */
    interface Trouble {

        /** Empty when it has nothing to do with this call. */
        Optional<Fault> strike(Call call);
    }

    /** How a call goes wrong. */
    interface Fault {

        void happen(Passing call) throws IOException, InterruptedException;
    }

    /** A call that has come in and may be passed on. */
    final class Passing {

        private final HttpExchange exchange;
        private final byte[] body;

        private Passing(HttpExchange exchange, byte[] body) {
            this.exchange = exchange;
            this.body = body;
        }

        /** Lets it have its effect; the answer goes no further. */
        HttpResponse<byte[]> forward() throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        }

        void answer(int status, String contentType, byte[] content) throws IOException {
            if (!contentType.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", contentType);
            }
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            if (content.length > 0) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        }

        /** Ends the connection without a word. */
        void breakOff() {
            exchange.close();
        }
    }

    FaultProxy(URI target) {
        this.target = target;
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer open(int wanted) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            opened.createContext("/", this::handle);
            opened.setExecutor(work -> Thread.ofVirtual().start(work));
            opened.start();
            return opened;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void trouble(Trouble trouble) {
        troubles.add(trouble);
    }

    void calm() {
        troubles.clear();
    }

    /** From now on connections are refused. */
    synchronized void shut() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    synchronized void reopen() {
        if (server == null) {
            server = open(port);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Passing passing = new Passing(exchange, exchange.getRequestBody().readAllBytes());
        Call call = Call.of(exchange);
        try {
            Optional<Fault> fault = troubles.stream()
                    .flatMap(trouble -> trouble.strike(call).stream())
                    .findFirst();
            if (fault.isPresent()) {
                fault.get().happen(passing);
            } else {
                HttpResponse<byte[]> response = passing.forward();
                response.headers()
                        .firstValue("ETag")
                        .ifPresent(tag -> exchange.getResponseHeaders().set("ETag", tag));
                passing.answer(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        response.body());
            }
        } catch (IOException gone) {
            passing.breakOff();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            passing.breakOff();
        }
    }

    @Override
    public void close() {
        shut();
    }
}
