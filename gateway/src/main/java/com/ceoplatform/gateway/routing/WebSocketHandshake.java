package com.ceoplatform.gateway.routing;

import com.ceoplatform.gateway.token.BearerTokens;
import java.util.List;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Moves the token of a browser's handshake from the sub-protocols to where services expect it. What is left there is
 * what the answer names: {@code ceo.realtime.v1}, never the token.
 */
class WebSocketHandshake implements GatewayFilter {

    private static final String SUB_PROTOCOLS = "Sec-WebSocket-Protocol";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        Optional<String> token = BearerTokens.ofSubProtocols(asked);
        if (token.isEmpty()) {
            return chain.filter(exchange);
        }
        List<String> protocols = BearerTokens.realSubProtocols(asked);
        ServerHttpRequest plain = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    headers.setBearerAuth(token.get());
                    headers.remove(SUB_PROTOCOLS);
                    if (!protocols.isEmpty()) {
                        headers.set(SUB_PROTOCOLS, String.join(", ", protocols));
                    }
                })
                .build();
        return chain.filter(exchange.mutate().request(plain).build());
    }
}
