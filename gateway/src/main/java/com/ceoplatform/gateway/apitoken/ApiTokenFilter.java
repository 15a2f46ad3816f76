package com.ceoplatform.gateway.apitoken;

import com.ceoplatform.gateway.request.Origin;
import com.ceoplatform.gateway.token.BearerTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Puts the access token in the place of an API token, right before Spring Security. A token that nobody knows stays where
 * it is and is refused there, like any other that is not valid.
 */
@Component
@Order(-105)
class ApiTokenFilter implements WebFilter {

    private static final String BEARER = "Bearer ";
    private static final String SUB_PROTOCOLS = "Sec-WebSocket-Protocol";

    private final ApiTokenExchange exchanges;
    private final Scheduler blocking;

    ApiTokenFilter(ApiTokenExchange exchanges, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor virtualThreads) {
        this.exchanges = exchanges;
        this.blocking = Schedulers.fromExecutor(virtualThreads);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String token = presented(headers);
        if (token == null) {
            return chain.filter(exchange);
        }
        String known = exchanges.known(token);
        if (known != null) {
            return chain.filter(with(exchange, known));
        }
        String userAgent = Origin.userAgentOf(headers);
        return Mono.fromCallable(() -> exchanges.exchange(token, Origin.addressOf(exchange), userAgent))
                .subscribeOn(blocking)
                .flatMap(accessToken -> chain.filter(
                        accessToken.map(fresh -> with(exchange, fresh)).orElse(exchange)));
    }

    private static @Nullable String presented(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.startsWith(BEARER + ApiTokens.PREFIX)
                    ? authorization.substring(BEARER.length())
                    : null;
        }
        return headers.containsHeader(SUB_PROTOCOLS)
                ? BearerTokens.ofSubProtocols(headers)
                        .filter(token -> token.startsWith(ApiTokens.PREFIX))
                        .orElse(null)
                : null;
    }

    private static ServerWebExchange with(ServerWebExchange exchange, String accessToken) {
        List<String> protocols =
                BearerTokens.realSubProtocols(exchange.getRequest().getHeaders());
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.setBearerAuth(accessToken);
                    headers.remove(SUB_PROTOCOLS);
                    if (!protocols.isEmpty()) {
                        headers.set(SUB_PROTOCOLS, String.join(", ", protocols));
                    }
                }))
                .build();
    }
}
