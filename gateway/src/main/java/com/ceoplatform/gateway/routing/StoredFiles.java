package com.ceoplatform.gateway.routing;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Leaves files as they are: their bytes are never compressed, which would cost their length, their ranges and their
 * checksum, and what people have stored never runs as a page of the platform.
 */
class StoredFiles implements GatewayFilter {

    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpServerResponse client = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        client.compression(false);
        exchange.getResponse().beforeCommit(() -> {
            exchange.getResponse().getHeaders().set(CONTENT_POLICY, NOTHING_RUNS);
            return Mono.empty();
        });
        ServerHttpRequest plain = exchange.getRequest()
                .mutate()
                .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                .build();
        return chain.filter(exchange.mutate().request(plain).build());
    }
}
