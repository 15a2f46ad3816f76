package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.log.EventLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * The handshake. A client without a valid token gets 401 as problem details; a browser, which brought its token as a
 * sub-protocol, is let in and closed with the code that tells why.
 */
@Component
class WebSocketEndpoint implements WebHandler {

    static final String PATH = "/ws";

    private final AccessTokens tokens;
    private final SocketHandler handler;
    private final Problems problems;
    private final EventLog log;
    private final Shutdown shutdown;
    private final int hardLimit;

    WebSocketEndpoint(
            AccessTokens tokens,
            SocketHandler handler,
            Problems problems,
            EventLog log,
            Shutdown shutdown,
            SocketSettings settings) {
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.handler = requireNonNull(handler, "handler is null");
        this.problems = requireNonNull(problems, "problems is null");
        this.log = requireNonNull(log, "log is null");
        this.shutdown = requireNonNull(shutdown, "shutdown is null");
        this.hardLimit = SocketHandler.hardLimit(settings);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        HandshakeToken token =
                HandshakeToken.of(exchange.getRequest().getHeaders()).orElse(null);
        if (token == null) {
            return unauthenticated(exchange);
        }
        if (!isUpgrade(exchange)) {
            return problems.write(
                    exchange, HttpStatus.UPGRADE_REQUIRED, "upgrade_required", "This address speaks WebSocket.");
        }
        if (!log.isCaughtUp() || shutdown.hasBegun()) {
            return unavailable(exchange, "This replica takes no connections right now; try again.");
        }
        return tokens.verify(token.value())
                .map(Handshake.Accepted::new)
                .cast(Handshake.class)
                .onErrorResume(RefusedException.class, refused -> Mono.just(new Handshake.Refused(refused.code())))
                .onErrorResume(WebSocketEndpoint::keysAreMissing, unknown -> Mono.just(new Handshake.Undecided()))
                .flatMap(outcome -> answer(exchange, token, outcome));
    }

    /** What became of a token. */
    private sealed interface Handshake {
        record Accepted(Grant grant) implements Handshake {}

        record Refused(CloseCode code) implements Handshake {}

        /** The issuer's keys cannot be had. */
        record Undecided() implements Handshake {}
    }

    private Mono<Void> answer(ServerWebExchange exchange, HandshakeToken token, Handshake outcome) {
        return switch (outcome) {
            case Handshake.Accepted(Grant grant) -> upgrade(exchange, grant);
            case Handshake.Undecided() -> unavailable(exchange, "Tokens cannot be checked right now; try again.");
            case Handshake.Refused(CloseCode code) ->
                token.fromBrowser() ? turnAway(exchange, code) : unauthenticated(exchange);
        };
    }

    private Mono<Void> upgrade(ServerWebExchange exchange, Grant grant) {
        return committed(exchange)
                .flatMap(response -> response.sendWebsocket((in, out) -> handler.handle(in, grant), spec(exchange)));
    }

    private Mono<Void> turnAway(ServerWebExchange exchange, CloseCode code) {
        return committed(exchange)
                .flatMap(response -> response.sendWebsocket(
                        (in, out) -> out.sendClose(code.status(), code.reason()), spec(exchange)));
    }

    /** Naming a sub-protocol that the client did not offer would leave it waiting for ever. */
    private WebsocketServerSpec spec(ServerWebExchange exchange) {
        WebsocketServerSpec.Builder spec =
                WebsocketServerSpec.builder().handlePing(true).maxFramePayloadLength(hardLimit);
        if (HandshakeToken.offersProtocol(exchange.getRequest().getHeaders())) {
            spec.protocols(HandshakeToken.PROTOCOL);
        }
        return spec.build();
    }

    /** The server's own response, once the filters have written their headers. */
    private static Mono<HttpServerResponse> committed(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return response.setComplete()
                .then(Mono.fromSupplier(
                        () -> ServerHttpResponseDecorator.<HttpServerResponse>getNativeResponse(response)));
    }

    private Mono<Void> unauthenticated(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problems.write(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed.");
    }

    private Mono<Void> unavailable(ServerWebExchange exchange, String detail) {
        return problems.write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable", detail);
    }

    /** The issuer's keys could not be fetched: nothing is known about the token. */
    private static boolean keysAreMissing(Throwable failure) {
        return failure instanceof IllegalStateException || failure instanceof JwtException;
    }

    private static boolean isUpgrade(ServerWebExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade());
    }
}
