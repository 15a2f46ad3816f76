package com.ceoplatform.gateway.limit;

import com.ceoplatform.gateway.request.CurrentCaller;
import com.ceoplatform.gateway.request.Origin;
import com.ceoplatform.gateway.token.CallerAuthentication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts every request for its person, or for its address when it has none; right behind Spring Security. */
@Component
@Order(RateLimitFilter.ORDER)
class RateLimitFilter implements WebFilter {

    static final int ORDER = -90;

    private final RateLimits limits;

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/actuator/")) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::getPrincipal)
                .flatMap(caller -> {
                    CurrentCaller.set(exchange, caller);
                    return limits.allowsUser(caller.id());
                })
                .switchIfEmpty(Mono.defer(() -> limits.allowsAddress(Origin.addressOf(exchange))))
                .flatMap(allowed -> allowed ? chain.filter(exchange) : Mono.error(RateLimits.refusal()));
    }
}
